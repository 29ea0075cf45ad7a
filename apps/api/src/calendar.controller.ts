import { Controller, Get, Header, HttpException, Inject, Param, Req } from '@nestjs/common';
import type { Request } from 'express';
import { CalendarFeeds } from '#dossiers';
import { Refusal } from '#kernel';
import { Rate } from './rate.js';
import { PUBLIC_URL } from './settings.js';

const TEN_MINUTES = 600_000;

/** Terms for a calendar program, which knows no token: the address is the secret. */
@Controller('calendar')
export class CalendarController {
  private readonly reads = new Rate(30, TEN_MINUTES);
  private readonly misses = new Rate(300, TEN_MINUTES);

  constructor(
    private readonly feeds: CalendarFeeds,
    @Inject(PUBLIC_URL) private readonly publicUrl: string,
  ) {}

  @Get(':secret.ics')
  @Header('Cache-Control', 'no-store')
  @Header('Referrer-Policy', 'no-referrer')
  @Header('X-Robots-Tag', 'noindex')
  @Header('Content-Disposition', 'attachment; filename="woonbrug.ics"')
  @Header('Content-Type', 'text/calendar; charset=utf-8')
  async feed(@Req() request: Request, @Param('secret') secret: string): Promise<string> {
    const from = request.ip ?? '';
    if (this.misses.isSpent(from) || !this.reads.takes(secret.slice(0, 64))) throw new HttpException('', 429);
    return this.feeds.read(secret, this.publicUrl).catch((error: unknown) => {
      if (error instanceof Refusal && error.code === 'NOT_FOUND') this.misses.takes(from);
      throw error;
    });
  }
}
