import { type DynamicModule, Module } from '@nestjs/common';
import { DirectoryModule } from '#directory';
import { DossiersModule } from '#dossiers';
import { AccessService } from './access.service.js';
import { Agreements } from './agreements.service.js';
import { AnswersResolver } from './answers.resolver.js';
import { AnswersService } from './answers.service.js';
import { DraftsService } from './drafts.service.js';
import { HandOverResolver } from './hand-over.resolver.js';
import { HandOverService } from './hand-over.service.js';
import { Explanations } from './explanations.js';
import { ReferralHistoryResolver } from './history.resolver.js';
import { Papers } from './papers/papers.service.js';
import { Receipts } from './receipts.js';
import { Receivers } from './receivers.js';
import { ReferralTypeBook } from './referral-types.js';
import { ReferralsResolver } from './referrals.resolver.js';
import { SendingService } from './sending.service.js';
import { SharingResolver } from './sharing.resolver.js';
import { SharingService } from './sharing.service.js';
import { WithdrawalService } from './withdrawal.service.js';

@Module({})
export class ReferralsModule {
  /** @param folder where the reference data lies */
  static with(folder: string): DynamicModule {
    const providers = [DraftsService, SendingService, SharingService, WithdrawalService, AccessService, AnswersService, HandOverService, Agreements, Receivers, Receipts, Explanations, Papers];
    const types = { provide: ReferralTypeBook, useFactory: () => new ReferralTypeBook(folder) };
    return { module: ReferralsModule, imports: [DirectoryModule, DossiersModule], providers: [types, ...providers], exports: [ReferralTypeBook, ...providers] };
  }
}

/** The doors of the referrals, for the api. */
@Module({})
export class ReferralsDoors {
  static with(folder: string): DynamicModule {
    const slice = ReferralsModule.with(folder);
    return { module: ReferralsDoors, imports: [slice, DirectoryModule], providers: [ReferralsResolver, AnswersResolver, HandOverResolver, SharingResolver, ReferralHistoryResolver], exports: [slice] };
  }
}
