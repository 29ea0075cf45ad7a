import { readFileSync } from 'node:fs';
import { Inject, Injectable, Logger, Module, type DynamicModule, type OnApplicationBootstrap, type OnApplicationShutdown, type Provider } from '@nestjs/common';
import { PgBoss } from 'pg-boss';
import { ConsultsModule } from '#consults';
import { AccessReviews, AccessReviewsModule } from '#directory';
import { AttachmentsModule, CoverWarning, DossiersModule, Retention, ScansService, Terms } from '#dossiers';
import { Erasures, ERASURES, Forgotten, Heads, HEADS, KernelModule, refusalOf, Seals, signingKey, Units } from '#kernel';
import { MediationModule, SignalMails } from '#mediation';
import { MailModule, Mails } from '#notices';
import { book } from '#privacy';
import { ReferralsModule } from '#referrals';
import { databaseOf, faultsOfKey } from '../../api/src/database.js';
import { Refused, SETTINGS, type Settings } from '../../api/src/settings.js';
import { Watch, WatchModule } from '../../api/src/watch.js';

/** Looks at the terms, the trail, the mail, the files to scan and what is to be destroyed every minute; pg-boss sees to it that one worker at a time does, also after a crash, and tries again what failed. */
@Injectable()
class Jobs implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly boss: PgBoss;
  private readonly log = new Logger('Jobs');

  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly terms: Terms,
    private readonly mails: Mails,
    private readonly scans: ScansService,
    private readonly reviews: AccessReviews,
    private readonly signalMails: SignalMails,
    private readonly seals: Seals,
    private readonly retention: Retention,
    private readonly watch: Watch,
    private readonly units: Units,
  ) {
    // Its tables are made by the migrations: this role may use them, not change them.
    this.boss = new PgBoss({ connectionString: settings.databaseUrl, migrate: false, createSchema: false, max: 4 });
    this.boss.on('error', (error: Error) => this.log.error(refusalOf(error).code));
  }

  async onApplicationBootstrap(): Promise<void> {
    const faults = await faultsOfKey(this.units);
    if (faults.length) throw new Refused(`The worker does not start:\n- ${faults.join('\n- ')}`);
    await this.boss.start();
    await this.eachMinute('terms', async () => {
      await this.terms.run();
      await this.reviews.run();
    });
    await this.eachMinute('scans', () => this.scans.run());
    await this.eachMinute('seals', () => this.seals.run());
    await this.eachMinute('retention', () => this.retention.run());
    if (!this.settings.heads) this.log.log('TRAIL_HEADS is not set: the chain of the trail is signed nowhere, and what is destroyed is written nowhere outside the database.');
    const { mail, publicUrl } = this.settings;
    if (mail) {
      await this.eachMinute('mail', async () => {
        await this.mails.run();
        await this.signalMails.run({ ...mail, publicUrl });
      });
    }
    else this.log.log('SMTP_URL is not set: no mail is sent. What is new stands in the portal.');
  }

  private async eachMinute(queue: string, work: () => Promise<unknown>): Promise<void> {
    await this.boss.work(queue, () => this.watch.operation(`clock ${queue}`).do(async () => void (await work())));
    await this.boss.schedule(queue, '* * * * *');
    // What passed while no worker ran is done now, not at the next full minute.
    await this.boss.send(queue, {});
  }

  async onApplicationShutdown(): Promise<void> {
    await this.boss.stop({ graceful: true, timeout: 8000 });
  }
}

/** Terms, reminders, escalations and mail: the same libraries as the api, and no door. */
@Module({})
export class WorkerModule {
  static with(settings: Settings, watch = Watch.NONE): DynamicModule {
    return {
      module: WorkerModule,
      imports: [databaseOf(settings), WatchModule.with(watch), AttachmentsModule.with({ largest: settings.attachment, together: settings.attachments, clamav: settings.clamav }), KernelModule.with({ book, signIn: null, embargo: settings.embargo }), AccessReviewsModule.with(settings.reviewMonths), CoverWarning.of(settings.coverWarning), DossiersModule, ReferralsModule.with(settings.referenceFolder), ConsultsModule, MediationModule.with(settings.referenceFolder), MailModule.with(settings.mail ? { ...settings.mail, publicUrl: settings.publicUrl } : null, settings.digestAt)],
      providers: [{ provide: SETTINGS, useValue: settings }, ...registersOf(settings), Seals, Retention, Jobs],
    };
  }
}

/** What stands outside the database, all signed with one key. */
function registersOf({ heads }: Settings): Provider[] {
  if (!heads) return [{ provide: HEADS, useValue: null }, { provide: ERASURES, useValue: null }];
  const { folder } = heads;
  try {
    const key = signingKey(readFileSync(heads.key));
    return [{ provide: HEADS, useValue: new Heads(folder, key) }, { provide: ERASURES, useValue: { erasures: new Erasures(folder, key), forgotten: new Forgotten(folder, key) } }];
  } catch (error) {
    throw new Refused(`Woonbrug does not start: TRAIL_KEY must name a file with a private key of Ed25519 (${(error as Error).message}).`);
  }
}
