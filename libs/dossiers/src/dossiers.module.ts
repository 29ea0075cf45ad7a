import { type DynamicModule, Global, Module } from '@nestjs/common';
import { DirectoryModule } from '#directory';
import { type AttachmentSettings, ATTACHMENTS } from './attachments/attachment-settings.js';
import { AttachmentsResolver } from './attachments/attachments.resolver.js';
import { AttachmentsService } from './attachments/attachments.service.js';
import { ScansService } from './attachments/scans.service.js';
import { CalendarFeeds } from './calendar-feed.js';
import { ClosingDaysResolver } from './closing-days.resolver.js';
import { ClosingDaysService } from './closing-days.service.js';
import { DossiersResolver } from './dossiers.resolver.js';
import { DossiersService } from './dossiers.service.js';
import { HistoryResolver } from './history.resolver.js';
import { OwnDeskResolver } from './own-desk.resolver.js';
import { OwnDeskService } from './own-desk.service.js';
import { COVER_WARNING, Staffing } from './staffing.js';
import { Destructions } from './retention/destructions.service.js';
import { DestructionsResolver } from './retention/destructions.resolver.js';
import { StandIns } from './stand-ins.js';
import { TasksResolver } from './tasks.resolver.js';
import { TasksService } from './tasks.service.js';
import { MessagesResolver } from './messages.resolver.js';
import { MessagesService } from './messages.service.js';
import { Terms } from './terms.js';
import { TaskResolver, WorklistResolver } from './worklist.resolver.js';

@Module({ imports: [DirectoryModule], providers: [Terms, Staffing, StandIns, DossiersService, AttachmentsService, ScansService, ClosingDaysService, OwnDeskService, CalendarFeeds, TasksService, MessagesService], exports: [Terms, StandIns, DossiersService, AttachmentsService, ScansService, ClosingDaysService, OwnDeskService, CalendarFeeds, TasksService, MessagesService] })
export class DossiersModule {}

/** What an app tells of files. */
@Global()
@Module({})
export class AttachmentsModule {
  static with(settings: AttachmentSettings): DynamicModule {
    return { module: AttachmentsModule, providers: [{ provide: ATTACHMENTS, useValue: settings }], exports: [ATTACHMENTS] };
  }
}

/** How many working days ahead a deployment warns of days that nobody covers. */
export class CoverWarning {
  static of(days: number): DynamicModule {
    return { module: CoverWarning, providers: [{ provide: COVER_WARNING, useValue: days }], exports: [COVER_WARNING] };
  }
}

/** The doors of what every dossier has, for the api. */
@Module({ imports: [DossiersModule, DirectoryModule], providers: [WorklistResolver, TaskResolver, TasksResolver, DossiersResolver, AttachmentsResolver, ClosingDaysResolver, OwnDeskResolver, HistoryResolver, MessagesResolver, Destructions, DestructionsResolver], exports: [DossiersModule] })
export class DossiersDoors {}
