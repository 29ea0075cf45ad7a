import { Module } from '@nestjs/common';
import { Calendars } from './calendars.js';
import { DirectoryResolver, ExchangeProtocolResolver } from './directory.resolver.js';
import { DirectoryService } from './directory.service.js';

@Module({ providers: [DirectoryService, Calendars], exports: [DirectoryService, Calendars] })
export class DirectoryModule {}

/** The doors of the directory, for the api. */
@Module({ imports: [DirectoryModule], providers: [DirectoryResolver, ExchangeProtocolResolver] })
export class DirectoryDoors {}
