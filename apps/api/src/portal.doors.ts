import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import express, { type ErrorRequestHandler, type Request, type RequestHandler, type Response } from 'express';
import { Refusal, type RefusalCode, REFUSALS } from '#kernel';

const API = /^\/(graphql|session|paper|import|attachment|calendar|sign|signal|health|realms|config\.json)(\/|$)/;

/** Whether a path belongs to programs: nothing there is ever answered with the page of the web app. */
export const isApi = (path: string): boolean => API.test(path);

/** What passes however busy it is: whether the portal is there, and that somebody signed out. The embedded sign-in is for trying out. */
const ALWAYS = /^\/(health|realms|config\.json|session\/ended)(\/|$)/;

/** Whether answering costs more than handing out a file. */
export const isWork = ({ path }: Request): boolean => isApi(path) && !ALWAYS.test(path);

/** Seconds after which who was told that it does not work now may come back. */
const COME_BACK = '2';

/** Every 503 says when to come back, whoever of the portal says it. */
export const comeBack: RequestHandler = (_, response, next) => {
  const writeHead = response.writeHead.bind(response) as (...head: unknown[]) => typeof response;
  response.writeHead = ((status: number, ...head: unknown[]) => {
    if (status === 503) response.setHeader('Retry-After', COME_BACK);
    return writeHead(status, ...head);
  }) as typeof response.writeHead;
  next();
};

/** Answers in the one form in which everything of ours says no. */
export function refuse(response: Response, status: number, code: RefusalCode, more: object = {}, message?: string): void {
  response.status(status).json(refusal(code, more, message));
}

/** That form. */
export const refusal = (code: RefusalCode, more: object = {}, message: string = REFUSALS[code]): object => ({ errors: [{ message, extensions: { code, ...more } }] });

/** Where a file is taken in: from a program that carries its own token, which no page elsewhere can make a browser add. */
const takesFile = (request: Request): boolean => request.method === 'POST' && request.path === '/import' && Boolean(request.is('multipart/form-data')) && Boolean(request.headers.authorization);

/** The one address that takes a file: with a token, which no page elsewhere has. */
const isUpload = ({ method, path }: Request): boolean => method === 'POST' && path === '/attachment';

/** What another program sends as a form, by a standard that says so: it carries a signed token of its own. */
const ENDED = '/session/ended';

const SECONDS = { question: 30, file: 300 };

/** Who sends slowly may not hold a connection for long; a file of ten megabytes takes its time on an old line. */
export const inTime: RequestHandler = (request, response, next) => {
  const timer = setTimeout(() => request.complete || request.destroy(), (isUpload(request) ? SECONDS.file : SECONDS.question) * 1000).unref();
  response.once('close', () => clearTimeout(timer));
  next();
};

/**
 * The ways to ask that a page elsewhere could use in somebody's name, or that could end up in a log: refused before
 * anything is read. GraphQL is one address, asked by POST, in JSON.
 */
export const refusedForms: RequestHandler = (request, response, next) => {
  if (/^\/graphql(\/|$)/.test(request.path)) {
    if (request.path !== '/graphql') return refuse(response, 404, 'NOT_FOUND');
    if (request.method !== 'POST') return refuse(response.setHeader('Allow', 'POST'), 405, 'BAD_REQUEST');
    if (request.originalUrl !== '/graphql') return refuse(response, 400, 'BAD_REQUEST');
  }
  const form = isUpload(request) ? 'multipart/form-data' : request.path === ENDED ? 'application/x-www-form-urlencoded' : 'application/json';
  if (!['GET', 'HEAD'].includes(request.method) && !request.is(form) && !takesFile(request)) return refuse(response, 415, 'BAD_REQUEST');
  next();
};

/** Reads 100 kB of JSON at most, and nothing that was packed. */
export const jsonBody: RequestHandler = express.json({ limit: '100kb', inflate: false });

/** Reads the one form. */
export const endedBody: [string, RequestHandler] = [ENDED, express.urlencoded({ extended: false, limit: '10kb', inflate: false })];

export const badBody: ErrorRequestHandler = (error: { status?: number }, request, response, next) => {
  const { status = 500 } = error;
  if (status >= 500) return next(error);
  if (request.readableAborted || response.headersSent) return void request.destroy();
  refuse(response, status, status === 413 ? 'LIMIT' : 'BAD_REQUEST');
};

const CODES: Record<number, RefusalCode> = { 400: 'BAD_REQUEST', 401: 'UNAUTHENTICATED', 403: 'FORBIDDEN', 404: 'NOT_FOUND', 405: 'BAD_REQUEST', 413: 'LIMIT', 415: 'BAD_REQUEST', 429: 'LIMIT', 503: 'UNAVAILABLE' };
const STATUS: Partial<Record<RefusalCode, number>> = { UNAUTHENTICATED: 401, STEP_UP: 403, FORBIDDEN: 403, NOT_FOUND: 404, CONFLICT: 409, LIMIT: 413, UNAVAILABLE: 503, INTERNAL: 500 };

/** Outside GraphQL: the closed list of codes, and never the text of an error that we did not make. */
@Catch()
export class RestFaults implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    if (host.getType<string>() !== 'http') throw error;
    const response = host.switchToHttp().getResponse<Response>();
    if (error instanceof Refusal) return refuse(response, STATUS[error.code] ?? 400, error.code, error.more, error.message);
    const status = error instanceof HttpException ? error.getStatus() : 500;
    if (status >= 500 && status !== 503) response.req.log.error({ err: error }, 'fault');
    refuse(response, status, CODES[status] ?? (status < 500 ? 'BAD_REQUEST' : 'INTERNAL'));
  }
}
