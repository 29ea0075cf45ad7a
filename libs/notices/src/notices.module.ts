import { type DynamicModule, Module } from '@nestjs/common';
import { DirectoryModule } from '#directory';
import type { Mailing } from './mail-server.js';
import { DIGEST_AT, Mails, MAILING } from './mails.service.js';
import { NoticesResolver } from './notices.resolver.js';
import { NoticesService } from './notices.service.js';

/** What sends mail, for the worker. */
@Module({})
export class MailModule {
  /** @param mailing null: no mail is sent; @param digestAt the time of the daily mail in Brussels, as `07:30` */
  static with(mailing: Mailing | null, digestAt: string): DynamicModule {
    return { module: MailModule, imports: [DirectoryModule], providers: [Mails, { provide: MAILING, useValue: mailing }, { provide: DIGEST_AT, useValue: digestAt }], exports: [Mails] };
  }
}

/** The doors of the notices, for the api. */
@Module({ providers: [NoticesService, NoticesResolver] })
export class NoticesDoors {}
