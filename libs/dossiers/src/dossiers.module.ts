import { Module } from '@nestjs/common';
import { DirectoryModule } from '#directory';
import { DossiersResolver } from './dossiers.resolver.js';
import { DossiersService } from './dossiers.service.js';
import { MessagesResolver } from './messages.resolver.js';
import { MessagesService } from './messages.service.js';
import { Terms } from './terms.js';
import { TaskResolver, WorklistResolver } from './worklist.resolver.js';

@Module({ imports: [DirectoryModule], providers: [Terms, DossiersService, MessagesService], exports: [Terms, DossiersService, MessagesService] })
export class DossiersModule {}

/** The doors of what every dossier has, for the api. */
@Module({ imports: [DossiersModule, DirectoryModule], providers: [WorklistResolver, TaskResolver, DossiersResolver, MessagesResolver] })
export class DossiersDoors {}
