import { randomUUID } from 'node:crypto';
import type { DynamicModule } from '@nestjs/common';
import type { RequestHandler } from 'express';
import { LoggerModule } from 'nestjs-pino';
import { type DestinationStream, type LogFn, type Logger, pino, stdSerializers } from 'pino';

/** One line of JSON per event, without anything about a person: no address asked for, no query, no token, no name. */
export function createLog(app: string, to: DestinationStream = buffered()): Logger {
  return pino({ level: process.env.LOG_LEVEL || 'info', base: { app }, timestamp: pino.stdTimeFunctions.isoTime, serializers: { err: faultOf }, hooks: { logMethod } }, to);
}

/** Lines of a moment leave together; whatever ends the process, but a kill, lets the last ones go. */
function buffered(): DestinationStream {
  const to = pino.destination({ dest: 1, minLength: 8192 });
  setInterval(() => to.flush(), 100).unref();
  process.on('exit', () => to.flushSync());
  return to;
}

/** An error without a message of ours would lend its own, with all that it quotes. */
function logMethod(this: Logger, args: Parameters<LogFn>, write: LogFn): void {
  const [what, ...rest] = args as unknown[];
  const fault = what instanceof Error ? { err: what } : (what as { err?: Error } | undefined);
  if (fault?.err && typeof rest[0] !== 'string') write.call(this, fault, 'fault');
  else write.apply(this, args);
}

/** The same log for Nest and for whoever asks Nest for a logger. */
export const logModule = (log: Logger): DynamicModule => LoggerModule.forRoot({ pinoHttp: { logger: log }, useExisting: true });

/** What went wrong and where. An error of the database, or of unknown making, may quote what somebody typed: then only its kind. */
function faultOf(error: Error): object {
  const { type, stack = '', message } = stdSerializers.err(error);
  const { code } = error as { code?: unknown };
  const ours = code === undefined && !('query' in error);
  const at = stack.split('\n').filter((line) => /^\s+at /.test(line)).map((line) => line.trim());
  return { type, ...(ours ? { message } : { code }), at: at.slice(0, 12) };
}

/** Gives each request a number and writes one line when it has ended. */
export function requestLog(log: Logger): RequestHandler {
  return (request, response, next) => {
    const start = performance.now();
    const id = randomUUID();
    request.log = log.child({ request: id });
    response.setHeader('X-Request-Id', id);
    response.once('close', () => {
      const route = routeOf(request);
      const level = response.statusCode >= 500 ? 'error' : route.startsWith('/health') ? 'debug' : 'info';
      request.log[level]({ method: request.method, route, status: response.statusCode, ms: Math.round(performance.now() - start), ...(response.writableFinished ? {} : { aborted: true }) }, 'request');
    });
    next();
  };
}

const KNOWN = /^(\/graphql|\/session|\/config\.json|\/health\/(?:live|ready)|\/realms\/woonbrug\/protocol\/openid-connect\/(?:auth|token|certs|logout|userinfo))(?=\/|$)/;

/** The template of the path: a path itself may name a dossier, or hold what somebody typed. */
export function routeOf({ route, baseUrl, originalUrl }: { route?: { path?: unknown }; baseUrl: string; originalUrl: string }): string {
  const path = originalUrl.split('?', 1)[0];
  const known = KNOWN.exec(path)?.[1] ?? (path.startsWith('/assets/') ? '/assets/*' : undefined);
  // What passed only through middleware has the pattern of that: all paths.
  return known ?? (typeof route?.path === 'string' && !route.path.includes('*') ? baseUrl + route.path : '/*');
}

declare module 'express-serve-static-core' {
  interface Request {
    log: Logger;
  }
}
