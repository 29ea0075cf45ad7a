import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import express, { type RequestHandler } from 'express';
import helmet from 'helmet';
import { isApi } from './portal.doors.js';
import type { Settings } from './settings.js';

/** Two style elements that react-aria adds to the page by itself, allowed by their very text: all else must be a file of ours. */
const REACT_ARIA = [
  '@layer {\n  [data-react-aria-pressable] {\n    touch-action: pan-x pan-y pinch-zoom;\n  }\n}',
  '@layer {\n  * {\n    overscroll-behavior: contain;\n  }\n}',
].map((style) => `'sha256-${hash('sha256', style, 'base64')}'`);

/** Headers of every answer: what a page of ours may load, and that no answer is kept. */
export function protection(settings: Settings): RequestHandler[] {
  const issuer = new URL(settings.issuer).origin;
  return [
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'none'"],
          scriptSrc: ["'self'"],
          styleSrc: ["'self'", ...REACT_ARIA],
          imgSrc: ["'self'", 'data:'],
          fontSrc: ["'self'"],
          connectSrc: ["'self'", ...(issuer === settings.publicUrl ? [] : [issuer])],
          manifestSrc: ["'self'"],
          formAction: ["'self'"],
          baseUri: ["'none'"],
          frameAncestors: ["'none'"],
        },
      },
      strictTransportSecurity: settings.publicUrl.startsWith('https:') ? { maxAge: 31_536_000 } : false,
    }),
    (_, response, next) => {
      response.setHeader('Cache-Control', 'no-store');
      next();
    },
  ];
}

/** Tells the web app where people sign in, and whether mail is sent. @param persisted its questions are known by their hash */
export function webConfig({ issuer, demo, mail, stepUp }: Settings, persisted: boolean): RequestHandler {
  return (request, response, next) => (request.path === '/config.json' && request.method === 'GET' ? void response.json({ authority: issuer, clientId: 'portal-web', demo, mails: Boolean(mail), persisted, stepUpAcr: stepUp.acr }) : next());
}

/** The built web app: its files, and the one page for each of its paths. */
export function webApp(webFolder: string): RequestHandler[] {
  const folder = path.resolve(webFolder);
  const page = readFileSync(path.join(folder, 'index.html'));
  return [
    express.static(folder, {
      index: false,
      redirect: false,
      etag: false,
      lastModified: false,
      setHeaders: (response, file) => response.setHeader('Cache-Control', file.startsWith(path.join(folder, 'assets')) ? 'public, max-age=31536000, immutable' : 'no-cache'),
    }),
    (request, response, next) => {
      const isPage = request.method === 'GET' && !isApi(request.path) && !path.extname(request.path) && request.accepts(['json', 'html']) === 'html';
      if (!isPage) return next();
      response.setHeader('Cache-Control', 'no-cache');
      response.type('html').send(page);
    },
  ];
}
