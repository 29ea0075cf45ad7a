import { type DynamicModule, Module } from '@nestjs/common';
import { readMediationDefaults } from './cooperation.reference.js';
import { CooperationProtocols, MEDIATION_DEFAULTS } from './cooperation-protocols.js';
import { CooperationProtocolsResolver } from './cooperation-protocols.resolver.js';
import { CooperationProtocolsService } from './cooperation-protocols.service.js';

@Module({})
export class CooperationProtocolsModule {
  /** @param folder where the reference data lies */
  static with(folder: string): DynamicModule {
    return { module: CooperationProtocolsModule, providers: [{ provide: MEDIATION_DEFAULTS, useFactory: () => readMediationDefaults(folder) }, CooperationProtocols, CooperationProtocolsService], exports: [CooperationProtocols, CooperationProtocolsService] };
  }
}

/** The doors of the cooperation protocols, for the api. */
@Module({})
export class CooperationProtocolsDoors {
  static with(folder: string): DynamicModule {
    return { module: CooperationProtocolsDoors, imports: [CooperationProtocolsModule.with(folder)], providers: [CooperationProtocolsResolver] };
  }
}
