import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { type DynamicModule, Module } from '@nestjs/common';
import { APP_GUARD, APP_PIPE, DiscoveryModule } from '@nestjs/core';
import { GraphQLModule } from '@nestjs/graphql';
import { MulterModule } from '@nestjs/platform-express';
import { ClientsDoors } from '#clients';
import { ConsultsDoors } from '#consults';
import { AccessReviewsDoors, DirectoryDoors } from '#directory';
import { AttachmentsModule, CoverWarning, DossiersDoors, DossiersModule } from '#dossiers';
import { DoorGuard, KernelModule, KeycloakTokens, PrivacyBookResolver, StepUp } from '#kernel';
import { ImportsModule } from '#imports';
import { MediationDoors } from '#mediation';
import { NoticesDoors } from '#notices';
import { OversightDoors } from '#oversight';
import { book } from '#privacy';
import { ReferralsDoors } from '#referrals';
import { AttachmentController } from './attachment.controller.js';
import { CalendarController } from './calendar.controller.js';
import { databaseOf } from './database.js';
import { graphqlOptions, inputChecks, ShortWayModule } from './graphql.js';
import { ImportController } from './import.controller.js';
import { PaperController } from './paper.controller.js';
import { Printer } from './printer.js';
import { ShortWay } from './short-way.js';
import { SignalController } from './signal.controller.js';
import { SigningController } from './signing.controller.js';
import { SessionController } from './session.controller.js';
import { PUBLIC_URL, SETTINGS, type Settings } from './settings.js';
import { StartChecks } from './start-checks.js';
import { type Watch, WatchModule } from './watch.js';

/** The api: the kernel bound to the book and the sign-in, and the doors of every slice. */
@Module({})
export class PortalModule {
  static with(settings: Settings, watch: Watch): DynamicModule {
    const tokens = new KeycloakTokens({ issuer: settings.issuer, internalUrl: settings.issuerInternalUrl, audience: 'portal-api', clients: ['portal-web'] });
    const referrals = ReferralsDoors.with(settings.referenceFolder);
    const shortWay = ShortWayModule.with(settings.demo);
    return {
      module: PortalModule,
      imports: [
        databaseOf(settings),
        WatchModule.with(watch),
        shortWay,
        KernelModule.with({ book, signIn: { tokens, stepUp: new StepUp(settings.stepUp.minutes, settings.stepUp.acr) }, embargo: settings.embargo }),
        GraphQLModule.forRootAsync<ApolloDriverConfig>({ driver: ApolloDriver, imports: [shortWay], inject: [ShortWay], useFactory: (way: ShortWay) => ({ ...graphqlOptions(way, settings.demo), transformSchema: watch.doors }) }),
        AttachmentsModule.with({ largest: settings.attachment, together: settings.attachments, clamav: settings.clamav }),
        MulterModule.register({ limits: { fileSize: settings.attachment, files: 1, fields: 60, fieldSize: 5000 }, defParamCharset: 'utf8' }),
        CoverWarning.of(settings.coverWarning),
        DirectoryDoors,
        AccessReviewsDoors.with(settings.reviewMonths),
        DossiersModule,
        DossiersDoors,
        NoticesDoors,
        ClientsDoors,
        referrals,
        ConsultsDoors,
        MediationDoors.with(settings.referenceFolder),
        ImportsModule.on(referrals),
        OversightDoors.with(settings.referenceFolder),
        DiscoveryModule,
      ],
      controllers: [SessionController, PaperController, AttachmentController, CalendarController, ImportController, SigningController, SignalController],
      providers: [StartChecks, { provide: SETTINGS, useValue: settings }, { provide: PUBLIC_URL, useValue: settings.publicUrl }, PrivacyBookResolver, { provide: Printer, useFactory: () => new Printer(settings.chromium) }, { provide: APP_GUARD, useExisting: DoorGuard }, { provide: APP_PIPE, useValue: inputChecks }],
    };
  }
}
