import { type DynamicModule, Module } from '@nestjs/common';
import { GlassBreaksResolver } from './glass-breaks.resolver.js';
import { GlassBreaks } from './glass-breaks.service.js';
import { OVERSIGHT, readOversight } from './oversight.reference.js';
import { SupportLooksResolver } from './support-looks.resolver.js';
import { SupportLooks } from './support-looks.service.js';
import { TrailsResolver } from './trails.resolver.js';
import { Trails } from './trails.service.js';

/** The doors of the oversight, for the api. */
@Module({})
export class OversightDoors {
  /** @param folder where the reference data lies */
  static with(folder: string): DynamicModule {
    return { module: OversightDoors, providers: [{ provide: OVERSIGHT, useFactory: () => readOversight(folder) }, GlassBreaks, SupportLooks, Trails, GlassBreaksResolver, SupportLooksResolver, TrailsResolver] };
  }
}
