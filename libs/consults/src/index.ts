export { Consult } from './consult.record.js';
export { type ConsultEvent, consultFlow, consultFlows, ConsultState } from './consult.workflow.js';
export { ConsultsDoors, ConsultsModule } from './consults.module.js';
export { ConsultsResolver } from './consults.resolver.js';
export { ConsultsService } from './consults.service.js';
