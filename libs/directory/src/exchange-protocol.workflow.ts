import type { Flow, Need } from '#kernel';

export const ProtocolState = { DRAFT: 'DRAFT', DPO_ADVICE: 'DPO_ADVICE', SIGNED: 'SIGNED', PUBLISHED: 'PUBLISHED', ENDED: 'ENDED' } as const;
export type ProtocolState = keyof typeof ProtocolState;
/** `object`: what a negative advice leads to. `conclude`: the second signature. */
export type ProtocolEvent = 'edit' | 'submit' | 'advise' | 'object' | 'sign' | 'conclude' | 'publish' | 'end';
/** What is asked of a person; the other two follow from these. */
export type ProtocolVerb = 'draft' | Exclude<ProtocolEvent, 'object' | 'conclude'>;

/** Text and classes may be read by everybody from here on: it is a public document (BR-P10). */
export const PUBLIC_STATES: readonly ProtocolState[] = [ProtocolState.SIGNED, ProtocolState.PUBLISHED, ProtocolState.ENDED];

type ProtocolRow = { state: ProtocolState; validTo: string | null; fromAdvicePositive: boolean | null; toAdvicePositive: boolean | null };
/** What a step looks at beside the row; `own`: of the side that acts. */
export type ProtocolFacts = {
  today: string;
  ownAdvised?: boolean;
  ownSigned?: boolean;
  adviceOn?: string;
  publicationUrl?: string;
  /** Another one is published for the same parties and purpose in these dates. */
  doubled?: boolean;
};

const ADDRESS = /^https:\/\/[^\s/?#]+\.[^\s/?#]+([/?#]\S*)?$/;

const firstAdvice: Need<ProtocolRow, ProtocolFacts> = { says: 'Uw organisatie gaf haar advies al. Wacht op de andere partij, of op de ondertekenaars.', source: 'BR-P10', holds: (_, { ownAdvised }) => !ownAdvised };
const advisedBefore: Need<ProtocolRow, ProtocolFacts> = { says: 'De datum van het advies ligt in de toekomst.', field: 'on', holds: (_, { adviceOn, today }) => !adviceOn || adviceOn <= today };
const bothAdvised: Need<ProtocolRow, ProtocolFacts> = {
  says: "Tekenen kan pas na een gunstig advies van de DPO's van beide partners. Vraag eerst het advies dat nog ontbreekt.", source: 'BR-P10',
  holds: ({ fromAdvicePositive, toAdvicePositive }) => fromAdvicePositive === true && toAdvicePositive === true,
};
const firstSignature: Need<ProtocolRow, ProtocolFacts> = { says: 'Uw organisatie tekende al. De andere partij moet nog tekenen.', holds: (_, { ownSigned }) => !ownSigned };
const onWebsite: Need<ProtocolRow, ProtocolFacts> = {
  says: 'Zet het protocol eerst op uw website, en vul hier het volledige adres in, met https:// vooraan.', field: 'publicationUrl', source: 'BR-P10',
  holds: (_, { publicationUrl }) => ADDRESS.test(publicationUrl ?? ''),
};
const stillValid: Need<ProtocolRow, ProtocolFacts> = { says: 'De laatste dag van dit protocol is voorbij. Maak een nieuw protocol.', holds: ({ validTo }, { today }) => validTo === null || validTo >= today };
const alone: Need<ProtocolRow, ProtocolFacts> = { says: 'Er is al een gepubliceerd protocol tussen deze partners voor dit doel in deze periode. Beëindig dat eerst.', source: 'BR-P11', holds: (_, { doubled }) => !doubled };

/** A protocol between two partners, readable on its own and published (domain e15). From the advice on its text stands fixed. */
export const exchangeProtocolFlow: Flow<ProtocolState, ProtocolEvent, ProtocolRow, ProtocolFacts> = {
  name: 'ExchangeProtocol',
  source: 'domain e15, BR-P10, BR-P11',
  starts: ProtocolState.DRAFT,
  states: {
    DRAFT: { edit: { to: ProtocolState.DRAFT }, submit: { to: ProtocolState.DPO_ADVICE } },
    DPO_ADVICE: {
      advise: { to: ProtocolState.DPO_ADVICE, needs: [firstAdvice, advisedBefore] },
      object: { to: ProtocolState.DRAFT, needs: [firstAdvice, advisedBefore] },
      sign: { to: ProtocolState.DPO_ADVICE, needs: [bothAdvised, firstSignature] },
      conclude: { to: ProtocolState.SIGNED, needs: [bothAdvised, firstSignature] },
    },
    SIGNED: { publish: { to: ProtocolState.PUBLISHED, needs: [onWebsite, stillValid, alone] }, end: { to: ProtocolState.ENDED } },
    PUBLISHED: { end: { to: ProtocolState.ENDED } },
    ENDED: {},
  },
};

/** The workflows of the directory: what the database must hold of them, and the pages that tell of them. */
export const directoryFlows = [exchangeProtocolFlow];
