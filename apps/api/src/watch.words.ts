/**
 * What is called by its name in metrics and traces: what people of many partners do many times a day. All else is `other`, so that nobody
 * reads there that a glass was broken or a mediation breached a minute ago; a new door is `other` until it is named here (record 25).
 */
export const EVERYDAY: ReadonlySet<string> = new Set([
  ...of('Query', 'attachmentRules client clientTimeline clients consult consults filesOf foundClients foundConsults foundMessages foundReferrals mailPreference me messageReaders municipalities noteHistory noticeCount notices'),
  ...of('Query', 'partners people preview privacyBook receivers referral referralHistory referralTypes referrals savedFilters seenNow similar standingIn teamTasks timeline why worklist worklistCounts'),
  ...of('Mutation', 'acceptReferral amendReferral answerConsult askConsult askSender assignTask changeClient chooseReceivers closeAnswer draftReferral giveFeedback openClient receiveAnswer releaseTask replyToReceiver saveDraft saveHousehold'),
  ...of('Mutation', 'seeAllNotices seeNotice sendReferral startGuidance takeTask writeMessage writeNote'),
  'POST /graphql', 'GET /session', 'GET /config.json', 'GET /assets/*', 'GET /*', 'GET /health/live', 'GET /health/ready',
  'GET /attachment/:id', 'POST /attachment', 'GET /paper/referral/:id', 'GET /calendar/:secret.ics',
  'clock terms', 'clock mail', 'clock scans', 'clock seals', 'clock retention',
]);

/** What all others together are called. */
export const OTHER = 'other';

export const openName = (name: string): string => (EVERYDAY.has(name) ? name : OTHER);

/** The words of a statement without any value: those go beside it, and what looks like one is blanked. */
export const textOf = (sql: string): string => sql.replace(/'(?:[^']|'')*'/g, "'…'").replace(/\s+/g, ' ').trim().slice(0, 2000);

function of(type: string, fields: string): string[] {
  return fields.split(' ').map((field) => `${type}.${field}`);
}
