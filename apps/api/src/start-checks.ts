import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { REGIME_OF } from '#directory';
import { faultsOf, unguarded, Units } from '#kernel';
import { book } from '#privacy';
import { faultsOfKey } from './database.js';
import { faultsOfDatabase } from './open-faults.js';
import { Refused } from './settings.js';

/** Refuses to open the portal while a wall, a guard, a class or a rule is missing: each with what to do. */
@Injectable()
export class StartChecks implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly discovery: DiscoveryService,
    private readonly units: Units,
  ) {}

  async onModuleInit(): Promise<void> {
    const faults = [
      ...faultsOf(book, REGIME_OF),
      ...unguarded(this.discovery).map((door) => `The door ${door} has no guard: add @LooksAt(…) or @Causes(…).`),
      ...(await faultsOfDatabase(this.database)),
    ];
    if (!faults.length) faults.push(...(await faultsOfKey(this.units)));
    if (faults.length) throw new Refused(`Woonbrug does not start:\n- ${faults.join('\n- ')}`);
  }
}
