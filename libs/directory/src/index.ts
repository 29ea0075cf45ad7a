export { Calendars, Term, TermTone } from './calendars.js';
export { DirectoryDoors, DirectoryModule } from './directory.module.js';
export { DirectoryResolver, ExchangeProtocolResolver } from './directory.resolver.js';
export { DirectoryService } from './directory.service.js';
export { ExchangeProtocol, Municipality, Partner } from './partner.record.js';
export { Mandate, Person } from './person.record.js';
export { type Demo, type DemoClient, type DemoPerson, type DemoReferral, type DemoStep, readDemo } from './demo-reference.js';
export { isActive, type ProtocolState, readRegions, type Region } from './reference.js';
export { REGIME_OF, ROLES_AT } from './rules.js';
