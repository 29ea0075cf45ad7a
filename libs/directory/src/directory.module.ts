import { Module } from '@nestjs/common';
import { AbsencesResolver } from './absences.resolver.js';
import { AbsencesService } from './absences.service.js';
import { Calendars } from './calendars.js';
import { DirectoryResolver } from './directory.resolver.js';
import { DirectoryService } from './directory.service.js';
import { ExchangeProtocolResolver } from './exchange-protocol.resolver.js';
import { ExchangeProtocolService } from './exchange-protocol.service.js';

const services = [DirectoryService, AbsencesService, ExchangeProtocolService, Calendars];

@Module({ providers: services, exports: services })
export class DirectoryModule {}

/** The doors of the directory, for the api. */
@Module({ imports: [DirectoryModule], providers: [DirectoryResolver, AbsencesResolver, ExchangeProtocolResolver] })
export class DirectoryDoors {}
