export { Answer } from './answer.record.js';
export { AnswersResolver } from './answers.resolver.js';
export { AnswersService } from './answers.service.js';
export { ReferralTypeBook } from './referral-types.js';
export { HousingSituation, IncomeSource, Referral } from './referral.record.js';
export { type AnswerEvent, answerFlow, AnswerState, type ReferralEvent, referralFlow, referralFlows, ReferralState } from './referral.workflow.js';
export { ReferralsDoors, ReferralsModule } from './referrals.module.js';
export { ReferralsResolver } from './referrals.resolver.js';
export { type NewAgreement, type ReferralFacts, ReferralsService } from './referrals.service.js';
