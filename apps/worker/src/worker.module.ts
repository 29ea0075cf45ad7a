import { Inject, Injectable, Logger, Module, type DynamicModule, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { PgBoss } from 'pg-boss';
import { AccessReviews, AccessReviewsModule } from '#directory';
import { ConsultsModule } from '#consults';
import { CoverWarning, DossiersModule, Terms } from '#dossiers';
import { KernelModule, refusalOf } from '#kernel';
import { book } from '#privacy';
import { ReferralsModule } from '#referrals';
import { databaseOf } from '../../api/src/database.js';
import type { Settings } from '../../api/src/settings.js';

const SETTINGS = Symbol('settings');
const TERMS = 'terms';

/** Looks at the terms every minute; pg-boss sees to it that one worker at a time does, also after a crash. */
@Injectable()
class TermsJob implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly boss: PgBoss;
  private readonly log = new Logger(TermsJob.name);

  constructor(
    @Inject(SETTINGS) settings: Settings,
    private readonly terms: Terms,
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
    // What passed while no worker ran is done now, not at the next full minute.
    await this.boss.send(TERMS, {});
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
      imports: [databaseOf(settings), KernelModule.with({ book, tokens: null, embargo: settings.embargo }), AccessReviewsModule.with(settings.reviewMonths), CoverWarning.of(settings.coverWarning), DossiersModule, ReferralsModule.with(settings.referenceFolder), ConsultsModule],
      providers: [{ provide: SETTINGS, useValue: settings }, TermsJob],
    };
  }
}
