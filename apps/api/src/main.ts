import type { Server } from 'node:http';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Drain } from './health.js';
import { createPortal } from './portal.js';
import { readSettings, Refused } from './settings.js';

/** Together with what closing takes, less than the time after which a supervisor kills. */
const LIMIT = 10_000;

try {
  const settings = readSettings(process.env);
  const portal = await createPortal(settings);
  let stopping: Promise<void> | undefined;
  const stop = () => void (stopping ??= close(portal, settings.drainNotice * 1000));
  for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, stop);
  process.on('disconnect', stop); // whoever started us is gone
  await portal.listen(settings.port, settings.host);
  process.send?.('ready');
} catch (error) {
  console.error(error instanceof Refused ? error.message : error);
  process.exit(1);
}

async function close(portal: NestExpressApplication, notice: number): Promise<void> {
  setTimeout(() => process.exit(1), LIMIT).unref();
  const server: Server = portal.getHttpServer();
  await portal.get(Drain).finish(notice, LIMIT - 1000, () => server.close());
  await portal.close();
  process.exit(0);
}
