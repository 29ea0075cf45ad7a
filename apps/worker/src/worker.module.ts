import { Inject, Injectable, Logger, Module, type DynamicModule, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { PgBoss } from 'pg-boss';
import { ConsultsModule } from '#consults';
import { AccessReviews, AccessReviewsModule } from '#directory';
import { AttachmentsModule, CoverWarning, DossiersModule, ScansService, Terms } from '#dossiers';
import { KernelModule, refusalOf } from '#kernel';
import { book } from '#privacy';
import { ReferralsModule } from '#referrals';
import { databaseOf } from '../../api/src/database.js';
import { SETTINGS, type Settings } from '../../api/src/settings.js';

const TERMS = 'terms';
const SCANS = 'scans';

/** Looks at the terms every minute; pg-boss sees to it that one worker at a time does, also after a crash. */
@Injectable()
class TermsJob implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly boss: PgBoss;
  private readonly log = new Logger(TermsJob.name);

  constructor(
    @Inject(SETTINGS) settings: Settings,
    private readonly terms: Terms,
    private readonly scans: ScansService,
    private readonly reviews: AccessReviews,
  ) {
    // Its tables are made by the migrations: this role may use them, not change them.
    this.boss = new PgBoss({ connectionString: settings.databaseUrl, migrate: false, createSchema: false, max: 3 });
    this.boss.on('error', (error: Error) => this.log.error(refusalOf(error).code));
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.boss.start();
    await this.boss.work(TERMS, async () => {
      await this.terms.run();
      await this.reviews.run();
    });
    await this.boss.schedule(TERMS, '* * * * *');
    await this.boss.work(SCANS, async () => void (await this.scans.run()));
    await this.boss.schedule(SCANS, '* * * * *');
    // What passed while no worker ran is done now, not at the next full minute.
    await this.boss.send(TERMS, {});
    await this.boss.send(SCANS, {});
  }

  async onApplicationShutdown(): Promise<void> {
    await this.boss.stop({ graceful: true, timeout: 8000 });
  }
}

/** Terms, reminders and escalations: the same libraries as the api, and no door. */
@Module({})
export class WorkerModule {
  static with(settings: Settings): DynamicModule {
    return {
      module: WorkerModule,
      imports: [databaseOf(settings), AttachmentsModule.with({ largest: settings.attachment, together: settings.attachments, clamav: settings.clamav }), KernelModule.with({ book, tokens: null, embargo: settings.embargo }), AccessReviewsModule.with(settings.reviewMonths), CoverWarning.of(settings.coverWarning), DossiersModule, ReferralsModule.with(settings.referenceFolder), ConsultsModule],
      providers: [{ provide: SETTINGS, useValue: settings }, TermsJob],
    };
  }
}
