import type { Server } from 'node:http';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Logger } from 'nestjs-pino';
import type { DestinationStream } from 'pino';
import { DataSource } from 'typeorm';
import { Admission } from './admission.js';
import { knownDocuments, questionsIn } from './documents.js';
import { badBody, comeBack, endedBody, inTime, jsonBody, refusedForms, RestFaults } from './portal.doors.js';
import { protection, webApp, webConfig } from './portal.web.js';
import { Drain, HealthModule } from './health.js';
import { createLog, logModule, requestLog } from './logging.js';
import { PortalModule } from './portal.module.js';
import { REALM, type Settings } from './settings.js';
import { ShortWay } from './short-way.js';
import { Watch } from './watch.js';

class FrontDoor {}

/** The whole portal behind one port: sign-in (when embedded), GraphQL, and the web app. */
export async function createPortal(settings: Settings, logTo?: DestinationStream): Promise<NestExpressApplication> {
  const log = createLog('api', logTo);
  const watch = await Watch.of('api', settings, log);
  const questions = questionsIn(settings.webFolder);
  const app = await NestFactory.create<NestExpressApplication>(
    { module: FrontDoor, imports: [PortalModule.with(settings, watch), HealthModule, logModule(log)] },
    { bodyParser: false, bufferLogs: true, abortOnError: false, forceCloseConnections: true },
  );
  app.useLogger(app.get(Logger));
  app.disable('etag');
  app.set('trust proxy', settings.trustProxy);
  // Who is refused is counted and nothing else: an answer that costs little is what keeps the others quick.
  app.use(watch.requests, inTime, app.get(Drain).count, comeBack, new Admission(settings.atOnce, settings.waiting).handler);
  app.use(requestLog(log), ...protection(settings));
  if (settings.embeddedSignIn) {
    // Loaded only here, so that an image for production need not contain what it needs.
    const { embeddedSignIn } = await import('./embedded-sign-in.js');
    // Before our own body parser: the provider reads the body itself.
    app.use(REALM, await embeddedSignIn(settings, app.get(DataSource)));
  }
  app.use(refusedForms);
  app.use(...endedBody);
  app.use(jsonBody, badBody, webConfig(settings, questions.size > 0));
  app.use('/graphql', knownDocuments(questions, settings.persistedOnly), app.get(ShortWay).answer);
  if (settings.webFolder) app.use(...webApp(settings.webFolder));
  app.useGlobalFilters(new RestFaults());
  const server: Server = app.getHttpServer();
  // Who sends slowly may not hold a connection for long; inTime knows how long for what.
  server.headersTimeout = 10_000;
  server.requestTimeout = 300_000;
  return app;
}
