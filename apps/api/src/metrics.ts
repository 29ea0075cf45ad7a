import { createServer, type Server } from 'node:http';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { DataSource } from 'typeorm';
import { type Clock, NOBODY, type Units, type Watcher } from '#kernel';
import { Refused } from './settings.js';
import { openName } from './watch.words.js';

type Where = { port: number; host: string };
/** Queues that nobody empties here have no age. */
type Empties = { mail: boolean; scans: boolean };
type Source = { database: DataSource; units: Units; clock: Clock };
type Pool = { totalCount: number; idleCount: number; waitingCount: number };

/** How long a look at the queues is good for: who asks more often makes no more work. */
const FRESH = 10_000;
const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Counts for Prometheus, on a port of its own: by operation and code, from closed lists, never by partner, person or anything typed (record 25). */
export class Metrics {
  private readonly registry = new Registry();
  private readonly server: Server = createServer((request, response) => {
    if (request.url !== '/metrics' || request.method !== 'GET') return void response.writeHead(404).end();
    void this.registry.metrics().then(
      (text) => response.writeHead(200, { 'content-type': this.registry.contentType, 'cache-control': 'no-store' }).end(text),
      () => response.writeHead(503).end(),
    );
  });
  private source: Source | undefined;
  private looked: { at: number; queues: Promise<Map<string, number>> } | undefined;
  readonly watcher: Watcher;

  constructor(
    private readonly where: Where,
    private readonly empties: Empties,
  ) {
    const registers = [this.registry];
    const operations = new Counter({ registers, name: 'woonbrug_operations_total', help: 'Operations that ended, by outcome: DONE, a code of the closed list, or the status of an answer.', labelNames: ['operation', 'outcome'] });
    const seconds = new Histogram({ registers, name: 'woonbrug_operation_seconds', help: 'How long operations took.', labelNames: ['operation'], buckets: SECONDS });
    const inDatabase = new Counter({ registers, name: 'woonbrug_database_seconds_total', help: 'Of which in the database.', labelNames: ['operation'] });
    const statements = new Counter({ registers, name: 'woonbrug_statements_total', help: 'Statements that operations sent to the database.', labelNames: ['operation'] });
    const forged = new Counter({ registers, name: 'woonbrug_forged_contexts_total', help: 'Contexts that nobody had sealed, refused by the database: statements that are not ours.' });
    this.watcher = {
      forges: () => forged.inc(),
      ends(operation, outcome) {
        const name = openName(operation.name);
        operations.inc({ operation: name, outcome });
        seconds.observe({ operation: name }, (operation.to - operation.from) / 1000);
        if (!operation.statements) return;
        inDatabase.inc({ operation: name }, operation.inDatabase / 1000);
        statements.inc({ operation: name }, operation.statements);
      },
    };
    this.gauges();
  }

  async open(source: Source): Promise<void> {
    this.source = source;
    const { port, host } = this.where;
    await new Promise<void>((resolve, reject) => {
      this.server.once('error', ({ code }: NodeJS.ErrnoException) => reject(new Refused(`Woonbrug does not start: its metrics cannot listen on ${host}:${port} (${code}). Set METRICS_PORT to another port, one for each process.`)));
      this.server.listen(port, host, resolve);
    });
    collectDefaultMetrics({ register: this.registry });
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
    this.registry.clear();
  }

  private gauges(): void {
    const registers = [this.registry];
    const pool = () => (this.source?.database.driver as unknown as { master: Pool }).master;
    // Without the database the rest is worth more than ever: then there are no ages, rather than no answer.
    const queues = () => this.queues().catch(() => undefined);
    const { mail, scans } = this.empties;
    new Gauge({
      registers, name: 'woonbrug_pool_connections', help: 'Connections to the database: all, idle, and how many wait for one.', labelNames: ['state'],
      collect() {
        const { totalCount, idleCount, waitingCount } = pool();
        for (const [state, count] of Object.entries({ total: totalCount, idle: idleCount, waiting: waitingCount })) this.set({ state }, count);
      },
    });
    new Gauge({
      registers, name: 'woonbrug_queue_age_seconds', help: 'How long the oldest that is due has waited, in whole minutes; 0 when nothing is due.', labelNames: ['queue'],
      async collect() {
        this.reset();
        const ages = await queues();
        if (!ages) return;
        for (const queue of ['terms', 'deliveries', 'seals', ...(mail ? ['mail'] : []), ...(scans ? ['scans'] : [])]) this.set({ queue }, (ages.get(queue) ?? 0) * 60);
      },
    });
    new Gauge({
      registers, name: 'woonbrug_late_terms', help: 'Open tasks whose term has passed, of all partners together, rounded up to fives.',
      async collect() {
        const counts = await queues();
        if (counts) this.set(counts.get('late') ?? 0);
        else this.remove();
      },
    });
  }

  private queues(): Promise<Map<string, number>> {
    if (this.looked && performance.now() - this.looked.at < FRESH) return this.looked.queues;
    const { units, clock } = this.source!;
    const look = async () => {
      const { rows } = await units.run(NOBODY, (unit) => unit.query<{ measure: string; value: number }>({ name: 'how it stands', text: 'select measure, value from how_it_stands($1)', values: [clock.now()] }), { durable: false });
      return new Map(rows.map(({ measure, value }) => [measure, value]));
    };
    const queues = look();
    this.looked = { at: performance.now(), queues };
    queues.catch(() => (this.looked = undefined));
    return queues;
  }
}
