import { type DynamicModule, Global, Module } from '@nestjs/common';
import { DirectoryModule } from '#directory';
import { type AttachmentSettings, ATTACHMENTS } from './attachments/attachment-settings.js';
import { AttachmentsResolver } from './attachments/attachments.resolver.js';
import { AttachmentsService } from './attachments/attachments.service.js';
import { ScansService } from './attachments/scans.service.js';
import { DossiersResolver } from './dossiers.resolver.js';
import { DossiersService } from './dossiers.service.js';
import { Terms } from './terms.js';
import { TaskResolver, WorklistResolver } from './worklist.resolver.js';

@Module({ imports: [DirectoryModule], providers: [Terms, DossiersService, AttachmentsService, ScansService], exports: [Terms, DossiersService, AttachmentsService, ScansService] })
export class DossiersModule {}

/** What an app tells of files. */
@Global()
@Module({})
export class AttachmentsModule {
  static with(settings: AttachmentSettings): DynamicModule {
    return { module: AttachmentsModule, providers: [{ provide: ATTACHMENTS, useValue: settings }], exports: [ATTACHMENTS] };
  }
}

/** The doors of what every dossier has, for the api. */
@Module({ imports: [DossiersModule, DirectoryModule], providers: [WorklistResolver, TaskResolver, DossiersResolver, AttachmentsResolver], exports: [DossiersModule] })
export class DossiersDoors {}
