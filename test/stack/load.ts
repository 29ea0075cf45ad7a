import { globSync, readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { parse, print, separateOperations } from 'graphql';
import type { Program } from '../api/process.js';
import type { Person } from '../cast/cast.js';
import type { People } from './people.js';

type Answer = Awaited<ReturnType<Program['ask']>>;
/** What became of one request: `at` when it was sent and `took` until it was answered, in milliseconds. */
export type Heard = { at: number; took: number; outcome: 'answered' | 'refused' | 'lost' | 'wrong'; saysWhen: boolean; writes: boolean };

const documents = separateOperations(parse(globSync('apps/web/src/**/*.graphql').sort().map((file) => readFileSync(file, 'utf8')).join('\n')));
const asks = (operation: string, variables: object = {}) => ({ query: print(documents[operation]), variables });
/** What the web app asks while people work: each page the same small things, and then its own; the bell again and again. */
const PAGES = [asks('Me'), asks('NoticeCount'), asks('Referrals', { first: 25 }), asks('NoticeCount'), asks('WorklistCounts'), asks('NoticeCount'), asks('Worklist', { part: 'TODO', first: 25 })];
/** Of so many requests one is for who writes. */
const WRITES = 5;

/** So many requests a second, whether those before them were answered or not: pages, and between them what writers have to say. */
export class Load {
  readonly heard: Heard[] = [];
  /** Words of what should never be answered. */
  readonly wrong = new Map<string, number>();
  perSecond = 0;
  private readonly agent = new Agent({ keepAlive: true, maxSockets: Infinity });
  /** What writers wait to say. */
  private readonly turns: (() => Promise<unknown>)[] = [];
  private readonly underWay = new Set<Promise<unknown>>();
  private ticking: NodeJS.Timeout | undefined;
  private isOver = false;
  private count = 0;

  constructor(
    private readonly url: string,
    private readonly people: People,
    private readonly readers: readonly Person[],
  ) {}

  begin(perSecond: number): void {
    this.perSecond = perSecond;
    let last = performance.now();
    let owed = 0;
    this.ticking = setInterval(() => {
      const now = performance.now();
      owed += ((now - last) / 1000) * this.perSecond;
      last = now;
      for (; owed >= 1; owed -= 1) void this.next();
    }, 5);
  }

  /** So many people, of whom each asks again as soon as she was answered. */
  async crowd(many: number, milliseconds: number): Promise<void> {
    const end = performance.now() + milliseconds;
    await Promise.all(Array.from({ length: many }, async () => {
      while (performance.now() < end) await this.next();
    }));
  }

  async end(): Promise<void> {
    clearInterval(this.ticking);
    this.isOver = true;
    await Promise.all([...this.turns.splice(0).map((turn) => turn()), ...this.underWay]);
    this.agent.destroy();
  }

  /** For writers: waits for its turn while there is load, so that all of them together are as many as said. */
  readonly ask = (who: Person, query: string, variables: object = {}): Promise<Answer> => {
    const asked = () => this.send(who, query, variables, true);
    return this.isOver ? asked() : new Promise((resolve, reject) => this.turns.push(() => asked().then(resolve, reject)));
  };

  private async next(): Promise<void> {
    this.count += 1;
    const { query, variables } = PAGES[this.count % PAGES.length];
    const turn = this.count % WRITES ? undefined : this.turns.shift();
    const asked = (turn?.() ?? this.send(this.readers[this.count % this.readers.length], query, variables, false)).catch(() => undefined);
    this.underWay.add(asked);
    await asked;
    this.underWay.delete(asked);
  }

  private async send(who: Person, query: string, variables: object, writes: boolean): Promise<Answer> {
    const at = performance.now();
    const tell = (outcome: Heard['outcome'], saysWhen = false): void => void this.heard.push({ at, took: performance.now() - at, outcome, saysWhen, writes });
    const { status, text, retryAfter } = await this.post({ ...this.people.headers(who) }, JSON.stringify({ query, variables })).catch((error: unknown) => {
      tell('lost');
      throw error;
    });
    if (status === 503) tell('refused', retryAfter);
    const answer = JSON.parse(text) as Answer;
    if (status !== 503) {
      const isGood = status === 200 && !answer.errors;
      tell(isGood ? 'answered' : 'wrong');
      const words = isGood ? '' : `${status} ${answer.errors?.[0].extensions.code}`;
      if (words) this.wrong.set(words, (this.wrong.get(words) ?? 0) + 1);
    }
    return { ...answer, status };
  }

  private post(headers: Record<string, string>, body: string): Promise<{ status: number; text: string; retryAfter: boolean }> {
    return new Promise((resolve, reject) => {
      const sent = request(`${this.url}/graphql`, { agent: this.agent, method: 'POST', timeout: 35_000, headers: { ...headers, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) } }, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (more: string) => (text += more));
        response.once('end', () => resolve({ status: response.statusCode!, text, retryAfter: response.headers['retry-after'] !== undefined }));
        response.once('error', reject);
      });
      sent.once('timeout', () => sent.destroy(new Error('no answer')));
      sent.once('error', reject).end(body);
    });
  }
}

/** What people felt between two moments. */
export function felt(heard: readonly Heard[], from: number, to: number) {
  const all = heard.filter(({ at }) => at >= from && at < to);
  const seconds = (those: (each: Heard) => boolean) => new Set(all.filter(those).map(({ at }) => Math.floor((at - from) / 1000))).size;
  const answered = all.filter(({ outcome }) => outcome === 'answered').map(({ took }) => took).sort((a, b) => a - b);
  const writes = [from, ...all.filter(({ outcome, writes: isWrite }) => isWrite && outcome === 'answered').map(({ at, took }) => at + took).sort((a, b) => a - b), to];
  return {
    requests: all.length,
    answered: answered.length,
    refused: all.filter(({ outcome }) => outcome === 'refused').length,
    /** No answer, or one that should not be. */
    lost: all.filter(({ outcome }) => outcome === 'lost' || outcome === 'wrong').length,
    withErrors: seconds(({ outcome }) => outcome !== 'answered'),
    slow: seconds(({ outcome, took }) => outcome === 'answered' && took > SLOW),
    p50: at(answered, 0.5),
    p95: at(answered, 0.95),
    /** The longest time in which nobody could write, in seconds. */
    silence: Math.max(...writes.slice(1).map((moment, index) => moment - writes[index])) / 1000,
  };
}

/** Milliseconds after which an answer is felt as slow. */
export const SLOW = 1000;

export const at = (sorted: readonly number[], part: number): number => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0);

export const tell = (...cells: (string | number)[]): void => void process.stderr.write(`  | ${String(cells[0]).padEnd(46)}${cells.slice(1).map((cell) => ` | ${String(cell).padStart(11)}`).join('')} |\n`);
