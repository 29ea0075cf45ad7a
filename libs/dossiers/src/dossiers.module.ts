import { Module } from '@nestjs/common';
import { DirectoryModule } from '#directory';
import { Terms } from './terms.js';
import { TaskResolver, WorklistResolver } from './worklist.resolver.js';

@Module({ imports: [DirectoryModule], providers: [Terms], exports: [Terms] })
export class DossiersModule {}

/** The doors of what every dossier has, for the api. */
@Module({ imports: [DossiersModule, DirectoryModule], providers: [WorklistResolver, TaskResolver] })
export class DossiersDoors {}
