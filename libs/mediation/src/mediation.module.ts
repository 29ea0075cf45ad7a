import { type DynamicModule, Module } from '@nestjs/common';
import { DirectoryModule } from '#directory';
import { DossiersModule } from '#dossiers';
import { ConformanceService } from './conformance.service.js';
import { ConflictCheck } from './conflict-check.js';
import { DwellingsService } from './dwellings.service.js';
import { MediationPapers } from './mediation-papers.js';
import { MediationSteps } from './mediation-steps.js';
import { MediationsResolver, PartiesResolver } from './mediations.resolver.js';
import { MediationsService } from './mediations.service.js';
import { CooperationProtocolsDoors, CooperationProtocolsModule } from './protocol/cooperation-protocols.module.js';
import { RequestsService } from './requests.service.js';
import { SettlementsService } from './settlements.service.js';
import { SignalRequestResolver, SignalsResolver } from './signals.resolver.js';
import { SignalsService } from './signals.service.js';

const SERVICES = [ConflictCheck, ConformanceService, DwellingsService, MediationPapers, MediationSteps, MediationsService, RequestsService, SettlementsService, SignalsService];

/** Signals of tension, and the mediation that follows them. */
@Module({})
export class MediationModule {
  static with(referenceFolder: string): DynamicModule {
    return { module: MediationModule, imports: [DirectoryModule, DossiersModule, CooperationProtocolsModule.with(referenceFolder)], providers: SERVICES, exports: SERVICES };
  }
}

/** The doors of mediation and of its protocols, for the api. */
@Module({})
export class MediationDoors {
  static with(referenceFolder: string): DynamicModule {
    return { module: MediationDoors, imports: [MediationModule.with(referenceFolder), CooperationProtocolsDoors.with(referenceFolder), DirectoryModule], providers: [MediationsResolver, PartiesResolver, SignalsResolver, SignalRequestResolver], exports: [MediationModule] };
  }
}
