import { setTimeout as sleep } from 'node:timers/promises';
import { Controller, Get, Injectable, Module, ServiceUnavailableException } from '@nestjs/common';
import { HealthCheckService, TerminusModule, TypeOrmHealthIndicator } from '@nestjs/terminus';
import type { RequestHandler } from 'express';

/** Knows which requests are being answered, so that the portal can stop between two of them. */
@Injectable()
export class Drain {
  private underWay = 0;
  private stopping = false;

  get draining(): boolean {
    return this.stopping;
  }

  readonly count: RequestHandler = (_, response, next) => {
    this.underWay += 1;
    // Who asks again does so over a new connection, which another api takes.
    if (this.stopping) response.setHeader('Connection', 'close');
    response.once('close', () => (this.underWay -= 1));
    next();
  };

  /**
   * From now on the portal says that it is not ready; resolves when nothing is under way, or after `limit` ms.
   * @param shut called after `notice` ms: nobody comes in any more, so that a proxy which does not ask goes to another api
   */
  async finish(notice: number, limit: number, shut = (): unknown => undefined): Promise<void> {
    this.stopping = true;
    const giveUp = performance.now() + limit;
    await sleep(notice);
    shut();
    while (this.underWay > 0 && performance.now() < giveUp) await sleep(20);
  }
}

@Controller('health')
export class HealthController {
  constructor(
    private readonly health: HealthCheckService,
    private readonly database: TypeOrmHealthIndicator,
    private readonly drain: Drain,
  ) {}

  /** The process answers: otherwise it must be started again. */
  @Get('live')
  live(): { status: string } {
    return { status: 'ok' };
  }

  /** The portal can be sent requests. */
  @Get('ready')
  async ready(): Promise<{ status: string }> {
    if (this.drain.draining) throw new ServiceUnavailableException();
    // What the check found out about the database is not for everybody.
    await this.health.check([() => this.database.pingCheck('database', { timeout: 2000 })]).catch(() => {
      throw new ServiceUnavailableException();
    });
    return { status: 'ok' };
  }
}

@Module({ imports: [TerminusModule.forRoot({ logger: false })], controllers: [HealthController], providers: [Drain], exports: [Drain] })
export class HealthModule {}
