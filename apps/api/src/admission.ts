import type { RequestHandler, Response } from 'express';
import { isWork, refusal } from './portal.doors.js';

/** Milliseconds that somebody waits for her turn: after it she hears that she should come back. */
const PATIENCE = 2000;

const BODY = JSON.stringify(refusal('UNAVAILABLE'));
const HEADERS = { 'Content-Type': 'application/json; charset=utf-8', 'Content-Length': Buffer.byteLength(BODY), 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' };

/** As little work as there can be: no line in the log, and none of the headers that a page needs. */
const refuse = (response: Response): unknown => response.writeHead(503, HEADERS).end(BODY);

/**
 * Lets in as many requests at once as the portal answers well, lets a few wait in the order in which they came, and refuses the others before
 * anything was done for them: what is let in is answered in time, however many ask (docs/scaling.md).
 */
export class Admission {
  private inside = 0;
  private readonly waiting = new Set<() => void>();

  /** @param atOnce that are answered at the same moment @param atMost that wait behind them */
  constructor(
    private readonly atOnce: number,
    private readonly atMost: number,
  ) {}

  readonly handler: RequestHandler = (request, response, next) => {
    if (!isWork(request)) return next();
    const enter = () => {
      this.inside += 1;
      response.once('close', () => this.leave());
      next();
    };
    if (this.inside < this.atOnce) return enter();
    if (this.waiting.size >= this.atMost) return void refuse(response);
    const turn = () => {
      give();
      enter();
    };
    // Also who goes away herself.
    const give = () => {
      this.waiting.delete(turn);
      clearTimeout(timer);
      response.off('close', give);
    };
    const timer = setTimeout(() => {
      give();
      refuse(response);
    }, PATIENCE);
    response.once('close', give);
    this.waiting.add(turn);
  };

  private leave(): void {
    this.inside -= 1;
    const [first] = this.waiting;
    first?.();
  }
}
