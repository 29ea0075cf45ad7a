import { type DynamicModule, Module } from '@nestjs/common';
import { DirectoryModule } from '#directory';
import { DossiersModule } from '#dossiers';
import { AnswersResolver } from './answers.resolver.js';
import { AnswersService } from './answers.service.js';
import { Protocols } from './protocols.js';
import { ReferralTypeBook } from './referral-types.js';
import { ReferralsResolver } from './referrals.resolver.js';
import { ReferralsService } from './referrals.service.js';

@Module({})
export class ReferralsModule {
  /** @param folder where the reference data lies */
  static with(folder: string): DynamicModule {
    const providers = [ReferralsService, AnswersService, Protocols];
    const types = { provide: ReferralTypeBook, useFactory: () => new ReferralTypeBook(folder) };
    return { module: ReferralsModule, imports: [DirectoryModule, DossiersModule], providers: [types, ...providers], exports: [ReferralTypeBook, ...providers] };
  }
}

/** The doors of the referrals, for the api. */
@Module({})
export class ReferralsDoors {
  static with(folder: string): DynamicModule {
    return { module: ReferralsDoors, imports: [ReferralsModule.with(folder), DirectoryModule], providers: [ReferralsResolver, AnswersResolver] };
  }
}
