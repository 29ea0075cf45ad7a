/** The closed list of what can go wrong, with the Dutch sentence a person reads when nothing more exact is known. */
export const REFUSALS = {
  UNAUTHENTICATED: 'Meld u opnieuw aan.',
  STEP_UP: 'Meld u eerst opnieuw aan: voor deze stap vragen we dat kort voordien.',
  NOT_FOUND: 'Dit vinden we niet.',
  FORBIDDEN: 'Dit kan niet in de functie waarin u nu werkt.',
  INVALID: 'Niet alles is goed ingevuld.',
  CONFLICT: 'Iemand anders wijzigde dit intussen. Uw tekst is niet verloren: vergelijk de twee versies.',
  KEY_REUSED: 'Deze aanvraag werd al gebruikt voor iets anders. Begin opnieuw.',
  NOT_POSSIBLE: 'Dit kan niet meer: de stand is intussen veranderd.',
  NEEDS: 'Er ontbreekt nog iets.',
  NO_PROTOCOL: 'Er is geen actief gegevensprotocol tussen deze partners.',
  LIMIT: 'Deze vraag is te groot.',
  BAD_REQUEST: 'Deze vraag is niet goed opgebouwd.',
  UNAVAILABLE: 'Dit lukt nu even niet. Probeer het zo dadelijk opnieuw.',
  INTERNAL: 'Er ging iets mis aan onze kant. Er is niets verloren: probeer het opnieuw.',
} as const;

export type RefusalCode = keyof typeof REFUSALS;
/** Codes that are told by the status of the whole answer too. */
const STATUS: { readonly [code in RefusalCode]?: number } = { UNAUTHENTICATED: 401, LIMIT: 400, UNAVAILABLE: 503 };
export type FieldFault = { field: string; message: string };

/** Says no, in words a user may read. Never carries database text or a value of a row. */
export class Refusal extends Error {
  constructor(
    readonly code: RefusalCode,
    message: string = REFUSALS[code],
    readonly more: { fields?: readonly FieldFault[]; version?: number } = {},
  ) {
    super(message);
  }

  /** Read by the GraphQL server, which takes the status and shows nothing of it. */
  get extensions(): object {
    const status = STATUS[this.code];
    return { code: this.code, ...(status && { http: { status } }) };
  }
}
