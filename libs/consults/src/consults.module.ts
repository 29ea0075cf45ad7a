import { Module } from '@nestjs/common';
import { DirectoryModule } from '#directory';
import { DossiersModule } from '#dossiers';
import { ConsultsResolver } from './consults.resolver.js';
import { ConsultsService } from './consults.service.js';

@Module({ imports: [DirectoryModule, DossiersModule], providers: [ConsultsService], exports: [ConsultsService] })
export class ConsultsModule {}

/** The doors of the short questions, for the api. */
@Module({ imports: [ConsultsModule, DirectoryModule], providers: [ConsultsResolver] })
export class ConsultsDoors {}
