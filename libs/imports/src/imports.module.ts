import { type DynamicModule, Module } from '@nestjs/common';
import { ClientsModule } from '#clients';
import { DossiersModule } from '#dossiers';
import { ImportsService } from './imports.service.js';

@Module({})
export class ImportsModule {
  /** @param referrals the slice by whose verbs a row is entered */
  static on(referrals: DynamicModule): DynamicModule {
    return { module: ImportsModule, imports: [ClientsModule, DossiersModule, referrals], providers: [ImportsService], exports: [ImportsService] };
  }
}
