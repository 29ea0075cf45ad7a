import { Module } from '@nestjs/common';
import { ClientHistoryResolver } from './client-history.resolver.js';
import { ClientsResolver } from './clients.resolver.js';
import { ClientsService } from './clients.service.js';

@Module({ providers: [ClientsService], exports: [ClientsService] })
export class ClientsModule {}

/** The doors of the clients, for the api. */
@Module({ imports: [ClientsModule], providers: [ClientsResolver, ClientHistoryResolver] })
export class ClientsDoors {}
