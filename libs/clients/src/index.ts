export { ageOn } from './age.js';
export { AgreedBy, AgreedWay, Agreement } from './agreement.record.js';
export { ClientHistoryResolver } from './client-history.resolver.js';
export { Client, ClientFile, RepresentativeKind, RepresentedFor } from './client.record.js';
export { ClientsDoors, ClientsModule } from './clients.module.js';
export { ClientsResolver } from './clients.resolver.js';
export { type ClientFacts, ClientsService } from './clients.service.js';
