export { MEDIATION_ENDS, type MediationEvent, type MediationFacts, mediationFlow, MediationState, type Side, TERM_RUNS } from './mediation.workflow.js';
