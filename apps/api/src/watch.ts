import { type DynamicModule, Inject, Injectable, Module, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Request, RequestHandler } from 'express';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import { DataSource } from 'typeorm';
import { Clock, Operation, Units, type Watcher } from '#kernel';
import { routeOf } from './logging.js';
import type { Metrics } from './metrics.js';
import type { Settings } from './settings.js';
import { openName, textOf } from './watch.words.js';

type Wanted = Pick<Settings, 'metrics' | 'traces' | 'slowStatement' | 'mail' | 'clamav'>;

/** What is seen of a process from outside: metrics and traces when they are asked for, and slow statements in the log. */
export class Watch {
  /** Where nobody looks. */
  static readonly NONE = new Watch([], undefined, () => Promise.resolve());

  private constructor(
    private readonly watchers: readonly Watcher[],
    readonly metrics: Metrics | undefined,
    readonly stop: () => Promise<void>,
  ) {}

  static async of(app: 'api' | 'worker', settings: Wanted, log: Logger): Promise<Watch> {
    // Loaded only here: nobody waits at start for what is not asked for.
    const metrics = settings.metrics && new (await import('./metrics.js')).Metrics(settings.metrics, { mail: Boolean(settings.mail), scans: Boolean(settings.clamav) });
    const traces = settings.traces ? (await import('./tracing.js')).tracing(app, settings.traces) : undefined;
    const watchers = [slowStatements(log, settings.slowStatement), metrics?.watcher, traces?.watcher].filter((each) => each !== undefined);
    return new Watch(watchers, metrics, async () => traces?.stop());
  }

  operation(named: string | (() => string)): Operation {
    return new Operation(named, this.watchers);
  }

  /** Each request, by the template of its address. */
  readonly requests: RequestHandler = (request, response, next) => {
    const operation = this.operation(() => nameOf(request));
    response.once('close', () => operation.end(response.writableFinished ? String(response.statusCode) : 'ABORTED'));
    operation.run(next);
  };

  /** Each root field, by the name that the schema gives it: whatever a client calls its question, or the field in it. */
  readonly doors = (schema: GraphQLSchema): GraphQLSchema => {
    for (const type of [schema.getQueryType(), schema.getMutationType()].filter((each) => each != null)) {
      for (const field of Object.values(type.getFields())) {
        const { resolve } = field;
        const name = `${type.name}.${field.name}`;
        if (resolve) field.resolve = (...asked) => this.operation(name).do(() => resolve(...asked));
      }
    }
    return schema;
  };
}

/** HEAD is answered as GET is; any other odd method is refused before a door, at no route of ours. */
const nameOf = (request: Request): string => `${request.method === 'HEAD' ? 'GET' : request.method} ${routeOf(request)}`;

/** Where a statement comes from and how it reads, never what it was asked with. */
const slowStatements = (log: Logger, milliseconds: number): Watcher => ({
  asks(operation, { sql, from, to }) {
    if (to - from >= milliseconds) log.warn({ operation: openName(operation.name), statement: sql.name, text: textOf(sql.text), ms: Math.round(to - from) }, 'slow statement');
  },
});

/** Opens what is watched to whoever may read it, once the database is there. */
@Injectable()
class WatchPort implements OnApplicationBootstrap, OnApplicationShutdown {
  constructor(
    @Inject(Watch) private readonly watch: Watch,
    @InjectDataSource() private readonly database: DataSource,
    private readonly units: Units,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): Promise<void> | undefined {
    return this.watch.metrics?.open({ database: this.database, units: this.units, clock: this.clock });
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([this.watch.metrics?.close(), this.watch.stop()]);
  }
}

@Module({})
export class WatchModule {
  static with(watch: Watch): DynamicModule {
    return { module: WatchModule, providers: [{ provide: Watch, useValue: watch }, WatchPort], exports: [Watch] };
  }
}
