import { type Condition, type DataClass, type Grant, may, mayOwn, me, own, type SeatRole, see } from '#kernel';
import type { Page } from './words.js';

const mine = { partnerId: me.partner } as const;
const asMediator = { mediatorId: me.person } as const;
const passed = { state: { $in: ['UNSCANNED', 'CLEAN'] } } as const;
/** A file is of one class: there is no CORE beside it. What is sent to the other side of a signal is a message's. */
const files = (seat: SeatRole, classes: readonly (keyof typeof DataClass)[], where: Condition): Grant<never> => ({ seat, classes, where });
const sends = (seat: SeatRole) => [files(seat, ['MESSAGE'], mine), files(seat, ['MESSAGE'], passed), may('attach', seat, { dataClass: 'MESSAGE' }), may('address', seat, mine), may('remove', seat, mine)] as const;

/** A landlord at its own signals: what it reported, how far it is, what is asked of it and what it is to sign. Nothing of the mediation (BR-M6, decisions 7). */
export const reports: Page = {
  TensionSignal: [see('SENDER', 'IDENTITY', 'CONTACT', 'ADDRESS', 'HOUSING'), may('report', 'SENDER'), may('withdraw', 'SENDER', mine), may('reportBreach', 'SENDER', mine)],
  SignalRenter: [see('SENDER', 'IDENTITY', 'CONTACT')],
  SignalRequest: [see('SENDER', 'MESSAGE'), may('answer', 'SENDER')],
  Settlement: [see('SENDER', 'OUTCOME'), may('sign', 'SENDER')],
  TimelineEntry: [see('SENDER')],
  Attachment: sends('SENDER'),
  Dwelling: [own(), mayOwn('import')],
};

/** What was reported, for who mediates, and what she asks there. */
const hears: Page = {
  TensionSignal: [see('RECEIVER', 'IDENTITY', 'CONTACT', 'ADDRESS', 'HOUSING'), may('report', 'RECEIVER'), may('ask', 'RECEIVER')],
  SignalRenter: [see('RECEIVER', 'IDENTITY', 'CONTACT')],
  SignalRequest: [see('RECEIVER', 'MESSAGE'), may('ask', 'RECEIVER', mine), may('withdraw', 'RECEIVER', mine)],
  Attachment: sends('RECEIVER'),
};

/** Who mediates: the case is her organisation's, its steps are hers alone, and her notes nobody else's (c4). */
export const mediates: Page = {
  ...hears,
  MediationCase: [
    see('OWNER', 'OUTCOME'),
    may('assign', 'OWNER'),
    ...(['accept', 'outOfScope', 'contact', 'agree', 'decline', 'notReached', 'meet', 'draftSettlement', 'resume', 'stall', 'followUp', 'breach', 'succeed', 'partly', 'close', 'stop', 'goToCourt', 'handOver', 'readSignals', 'askUnion'] as const).map((event) => may(event, 'OWNER', asMediator)),
  ],
  MediationParty: [see('OWNER', 'IDENTITY', 'CONTACT', 'HOUSING'), ...(['add', 'change', 'answer', 'hear', 'mayTell', 'warn', 'refer'] as const).map((event) => may(event, 'OWNER'))],
  MediationSession: [see('OWNER', 'HOUSING'), ...(['plan', 'hold', 'cancel'] as const).map((event) => may(event, 'OWNER'))],
  Deviation: [see('OWNER', 'HOUSING')],
  Settlement: [see('OWNER', 'OUTCOME'), see('RECEIVER', 'OUTCOME'), ...(['edit', 'offer', 'record'] as const).map((event) => may(event, 'OWNER'))],
  SettlementSignature: [see('OWNER', 'IDENTITY')],
  SigningLink: [see('OWNER'), may('make', 'OWNER')],
};

/** That there is a mediation and where it stands, and who does it: no home and no name (decisions 2). */
export const leadsMediation: Page = { MediationCase: [see('OWNER'), may('assign', 'OWNER'), may('handOver', 'OWNER')], TensionSignal: [see('RECEIVER')] };
/** That the own company reported something, and how far it is. */
export const leadsReports: Page = { TensionSignal: [see('SENDER')] };
