import { Body, Controller, Get, HttpCode, HttpException, Inject, Param, Post, Req } from '@nestjs/common';
import type { Request } from 'express';
import { Refusal } from '#kernel';
import { checked, PublicSignal, PublicSignalsService } from '#mediation';
import { Rate } from './rate.js';
import { SETTINGS, type Settings } from './settings.js';

const TEN_MINUTES = 600_000;
const EVERYBODY = 'everybody';

/** The form for private landlords and agencies: it takes, and gives nothing back about anybody (A88). */
@Controller('signal')
export class SignalController {
  private readonly reports = new Rate(10, TEN_MINUTES);
  private readonly all = new Rate(200, TEN_MINUTES);
  private readonly misses = new Rate(100, TEN_MINUTES);

  constructor(
    private readonly signals: PublicSignalsService,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Which municipalities there are, and whether anything can be confirmed here. */
  @Get()
  async form(): Promise<{ open: boolean; municipalities: { name: string; postcodes: string[] }[] }> {
    return { open: Boolean(this.settings.mail), municipalities: await this.signals.places() };
  }

  /** Whatever is known of the home, the landlord or the renter, and whether it is kept or not: the same answer. */
  @Post()
  @HttpCode(202)
  async report(@Req() { ip = '' }: Request, @Body() body: unknown): Promise<{ mailed: true }> {
    if (!this.settings.mail) throw new Refusal('UNAVAILABLE');
    const signal = await checked(PublicSignal, body);
    if (!this.reports.takes(ip) || !this.all.takes(EVERYBODY)) throw new HttpException('', 429);
    await this.signals.keep(signal);
    return { mailed: true };
  }

  @Post(':secret')
  @HttpCode(200)
  async confirm(@Req() { ip = '' }: Request, @Param('secret') secret: string): Promise<{ confirmed: true }> {
    if (this.misses.isSpent(ip)) throw new HttpException('', 429);
    await this.signals.confirm(secret).catch((error: unknown) => {
      if (error instanceof Refusal && error.code === 'NOT_FOUND') this.misses.takes(ip);
      throw error;
    });
    return { confirmed: true };
  }
}
