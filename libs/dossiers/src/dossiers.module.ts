import { type DynamicModule, Global, Module } from '@nestjs/common';
import { DirectoryModule } from '#directory';
import { CalendarFeeds } from './calendar-feed.js';
import { ClosingDaysResolver } from './closing-days.resolver.js';
import { ClosingDaysService } from './closing-days.service.js';
import { DossiersResolver } from './dossiers.resolver.js';
import { DossiersService } from './dossiers.service.js';
import { OwnDeskResolver } from './own-desk.resolver.js';
import { OwnDeskService } from './own-desk.service.js';
import { COVER_WARNING, Staffing } from './staffing.js';
import { StandIns } from './stand-ins.js';
import { TasksResolver } from './tasks.resolver.js';
import { TasksService } from './tasks.service.js';
import { MessagesResolver } from './messages.resolver.js';
import { MessagesService } from './messages.service.js';
import { Terms } from './terms.js';
import { TaskResolver, WorklistResolver } from './worklist.resolver.js';

@Module({ imports: [DirectoryModule], providers: [Terms, Staffing, StandIns, DossiersService, ClosingDaysService, OwnDeskService, CalendarFeeds, TasksService, MessagesService], exports: [Terms, StandIns, DossiersService, ClosingDaysService, OwnDeskService, CalendarFeeds, TasksService, MessagesService] })
export class DossiersModule {}

/** How many working days ahead a deployment warns of days that nobody covers. */
@Global()
@Module({})
export class CoverWarning {
  static of(days: number): DynamicModule {
    return { module: CoverWarning, providers: [{ provide: COVER_WARNING, useValue: days }], exports: [COVER_WARNING] };
  }
}

/** The doors of what every dossier has, for the api. */
@Module({ imports: [DossiersModule, DirectoryModule], providers: [WorklistResolver, TaskResolver, TasksResolver, DossiersResolver, ClosingDaysResolver, OwnDeskResolver, MessagesResolver] })
export class DossiersDoors {}
