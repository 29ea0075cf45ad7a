import { Module } from '@nestjs/common';
import { DirectoryModule } from '#directory';
import { CalendarFeeds } from './calendar-feed.js';
import { ClosingDaysResolver } from './closing-days.resolver.js';
import { ClosingDaysService } from './closing-days.service.js';
import { DossiersResolver } from './dossiers.resolver.js';
import { DossiersService } from './dossiers.service.js';
import { OwnDeskResolver } from './own-desk.resolver.js';
import { OwnDeskService } from './own-desk.service.js';
import { Terms } from './terms.js';
import { TaskResolver, WorklistResolver } from './worklist.resolver.js';

@Module({ imports: [DirectoryModule], providers: [Terms, DossiersService, ClosingDaysService, OwnDeskService, CalendarFeeds], exports: [Terms, DossiersService, ClosingDaysService, OwnDeskService, CalendarFeeds] })
export class DossiersModule {}

/** The doors of what every dossier has, for the api. */
@Module({ imports: [DossiersModule, DirectoryModule], providers: [WorklistResolver, TaskResolver, DossiersResolver, ClosingDaysResolver, OwnDeskResolver] })
export class DossiersDoors {}
