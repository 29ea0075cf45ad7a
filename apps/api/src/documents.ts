import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { RequestHandler } from 'express';
import { refuse } from './portal.doors.js';
import { Refused } from './settings.js';

const NEW_VERSION = 'Er is een nieuwe versie van Woonbrug. Kopieer wat u net typte en laad deze pagina opnieuw.';

/** The questions of the built web app, by their hash. */
export const questionsIn = (webFolder: string | undefined): ReadonlyMap<string, string> => {
  const file = webFolder && path.join(webFolder, 'questions.json');
  return new Map(file && existsSync(file) ? Object.entries(JSON.parse(readFileSync(file, 'utf8')) as { [hash: string]: string }) : []);
};

/**
 * Puts the words in the place of a `documentId` (persisted documents of GraphQL over HTTP).
 * @throws Refused when nothing could be asked at all
 * @param only nothing else is answered: what the web app does not ask, nobody may (PERSISTED_ONLY)
 */
export function knownDocuments(questions: ReadonlyMap<string, string>, only: boolean): RequestHandler {
  if (only && !questions.size) throw new Refused('Woonbrug does not start: with PERSISTED_ONLY only questions of the web app are answered, and WEB_FOLDER holds none (questions.json).');
  return (request, response, next) => {
    const { documentId, query, ...body } = (request.body ?? {}) as { documentId?: unknown; query?: unknown };
    const known = typeof documentId === 'string' && query === undefined ? questions.get(documentId) : undefined;
    if (known !== undefined) request.body = { ...body, query: known };
    // A page that was open before an update asks what this version no longer knows.
    else if (only || documentId !== undefined) return refuse(response, 400, 'BAD_REQUEST', {}, documentId === undefined ? undefined : NEW_VERSION);
    next();
  };
}
