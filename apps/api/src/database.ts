import type { DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { allRecords, type Units } from '#kernel';
import type { Settings } from './settings.js';

/** Milliseconds that a question waits for a connection, and that a statement may take: whoever stands before the portal waits for longer. */
export const PATIENCE = { connection: 5000, statement: 15_000 };

/** The pool of the portal's own role. Plans are made once per statement, for everybody alike (bench: generic plans); what hangs on one row is not asked for twice, so nothing is gained by remembering it. */
export function databaseOf(settings: Pick<Settings, 'databaseUrl' | 'poolSize'>): DynamicModule {
  return TypeOrmModule.forRootAsync({
    useFactory: () => ({
      type: 'postgres',
      url: settings.databaseUrl,
      entities: allRecords().map(({ type }) => type),
      synchronize: false,
      retryAttempts: 0,
      poolSize: settings.poolSize,
      extra: { options: `-c timezone=UTC -c jit=off -c plan_cache_mode=force_generic_plan -c enable_memoize=off -c statement_timeout=${PATIENCE.statement}`, connectionTimeoutMillis: PATIENCE.connection, keepAlive: true, keepAliveInitialDelayMillis: 10_000, pipeline: true },
    }),
  });
}

/** Why nobody could enter: the key that seals who acts is not the database's (decisions 30). */
export async function faultsOfKey(units: Units): Promise<string[]> {
  return (await units.fits()) ? [] : ['The database does not know the key that comes with the password in DATABASE_URL: let migrate run with that password (PORTAL_PASSWORD).'];
}
