import { Module } from '@nestjs/common';
import { DirectoryModule } from '#directory';
import { DossiersResolver } from './dossiers.resolver.js';
import { DossiersService } from './dossiers.service.js';
import { Terms } from './terms.js';
import { TaskResolver, WorklistResolver } from './worklist.resolver.js';

@Module({ imports: [DirectoryModule], providers: [Terms, DossiersService], exports: [Terms, DossiersService] })
export class DossiersModule {}

/** The doors of what every dossier has, for the api. */
@Module({ imports: [DossiersModule, DirectoryModule], providers: [WorklistResolver, TaskResolver, DossiersResolver] })
export class DossiersDoors {}
