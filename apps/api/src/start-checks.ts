import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { REGIME_OF } from '#directory';
import { arrowsOf, databaseFaults, faultsOf, unguarded } from '#kernel';
import { book } from '#privacy';
import { flows } from './flows.js';
import { Refused } from './settings.js';

/** Refuses to open the portal while a wall, a guard, a class or a rule is missing: each with what to do. */
@Injectable()
export class StartChecks implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly discovery: DiscoveryService,
  ) {}

  async onModuleInit(): Promise<void> {
    const faults = [
      ...faultsOf(book, REGIME_OF),
      ...unguarded(this.discovery).map((door) => `The door ${door} has no guard: add @LooksAt(…) or @Causes(…).`),
      ...(await databaseFaults(this.database)),
      ...(await this.staleArrows()),
    ];
    if (faults.length) throw new Refused(`Woonbrug does not start:\n- ${faults.join('\n- ')}`);
  }

  private async staleArrows(): Promise<string[]> {
    const stored = await this.database.query<{ arrow: string }[]>(`select flow || ' ' || from_state || ' ' || to_state as arrow from arrow`);
    const wanted = flows.flatMap((flow) => arrowsOf(flow).map(({ from, to }) => `${flow.name} ${from} ${to}`));
    const same = stored.length === wanted.length && stored.every(({ arrow }) => wanted.includes(arrow));
    return same ? [] : ['The workflow tables in the database are not those of the code: load the reference data again (npm start does it).'];
  }
}
