import { Module } from '@nestjs/common';
import { Calendars } from './calendars.js';
import { DirectoryResolver } from './directory.resolver.js';
import { DirectoryService } from './directory.service.js';
import { ExchangeProtocolResolver } from './exchange-protocol.resolver.js';
import { ExchangeProtocolService } from './exchange-protocol.service.js';

@Module({ providers: [DirectoryService, ExchangeProtocolService, Calendars], exports: [DirectoryService, ExchangeProtocolService, Calendars] })
export class DirectoryModule {}

/** The doors of the directory, for the api. */
@Module({ imports: [DirectoryModule], providers: [DirectoryResolver, ExchangeProtocolResolver] })
export class DirectoryDoors {}
