import { type DynamicModule, Module } from '@nestjs/common';
import { ClientsModule } from '#clients';
import { DirectoryModule } from '#directory';
import { DossiersModule } from '#dossiers';
import { ConformanceService } from './conformance.service.js';
import { ConflictCheck } from './conflict-check.js';
import { DwellingsService } from './dwellings.service.js';
import { MediationPapers } from './mediation-papers.js';
import { MediationSteps } from './mediation-steps.js';
import { MediationsResolver, PartiesResolver } from './mediations.resolver.js';
import { MediationsService } from './mediations.service.js';
import { readSigningLinkDays } from './protocol/cooperation.reference.js';
import { CooperationProtocolsDoors, CooperationProtocolsModule } from './protocol/cooperation-protocols.module.js';
import { PublicSignalsService } from './public/public-signals.service.js';
import { SignalMails } from './public/signal-mails.js';
import { SigningLinksResolver } from './public/signing-links.resolver.js';
import { LINK_DAYS, SigningLinksService } from './public/signing-links.service.js';
import { RequestsService } from './requests.service.js';
import { SettlementsService } from './settlements.service.js';
import { SignalRequestResolver, SignalsResolver } from './signals.resolver.js';
import { SignalsService } from './signals.service.js';

const SERVICES = [ConflictCheck, ConformanceService, DwellingsService, MediationPapers, MediationSteps, MediationsService, RequestsService, SettlementsService, SignalsService, SigningLinksService, PublicSignalsService, SignalMails];

/** Signals of tension, and the mediation that follows them. */
@Module({})
export class MediationModule {
  static with(referenceFolder: string): DynamicModule {
    return { module: MediationModule, imports: [DirectoryModule, DossiersModule, ClientsModule, CooperationProtocolsModule.with(referenceFolder)], providers: [...SERVICES, { provide: LINK_DAYS, useFactory: () => readSigningLinkDays(referenceFolder) }], exports: SERVICES };
  }
}

/** The doors of mediation and of its protocols, for the api. */
@Module({})
export class MediationDoors {
  static with(referenceFolder: string): DynamicModule {
    return { module: MediationDoors, imports: [MediationModule.with(referenceFolder), CooperationProtocolsDoors.with(referenceFolder), DirectoryModule], providers: [MediationsResolver, PartiesResolver, SignalsResolver, SignalRequestResolver, SigningLinksResolver], exports: [MediationModule] };
  }
}
