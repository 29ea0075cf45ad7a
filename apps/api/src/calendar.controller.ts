import { Controller, Get, HttpException, Inject, Param, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
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
  async feed(@Req() request: Request, @Res({ passthrough: true }) response: Response, @Param('secret') secret: string): Promise<string> {
    const from = request.ip ?? '';
    if (this.misses.isSpent(from) || !this.reads.takes(secret.slice(0, 64))) throw new HttpException('', 429);
    const calendar = await this.feeds.read(secret, this.publicUrl).catch((error: unknown) => {
      if (error instanceof Refusal && error.code === 'NOT_FOUND') this.misses.takes(from);
      throw error;
    });
    // Only now: what is not there has the headers of what never was.
    response.type('text/calendar; charset=utf-8').setHeader('Content-Disposition', 'attachment; filename="woonbrug.ics"');
    return calendar;
  }
}
