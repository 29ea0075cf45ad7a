import { NestFactory } from '@nestjs/core';
import { Logger } from 'nestjs-pino';
import { createLog, logModule } from '../../api/src/logging.js';
import { readSettings, Refused } from '../../api/src/settings.js';
import { Watch } from '../../api/src/watch.js';
import { WorkerModule } from './worker.module.js';

class LoggedWorker {}

try {
  const settings = readSettings(process.env);
  if (!settings.heads && process.env.NODE_ENV === 'production') throw new Refused('Woonbrug does not start: set TRAIL_HEADS and TRAIL_KEY, so that nobody can change the trail unseen.');
  const log = createLog('worker');
  const watch = await Watch.of('worker', settings, log);
  const worker = await NestFactory.createApplicationContext({ module: LoggedWorker, imports: [WorkerModule.with(settings, watch), logModule(log)] }, { bufferLogs: true, abortOnError: false });
  worker.useLogger(worker.get(Logger));
  worker.enableShutdownHooks();
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM')); // whoever started us is gone
  process.send?.('ready');
} catch (error) {
  console.error(error instanceof Refused ? error.message : error);
  process.exit(1);
}
