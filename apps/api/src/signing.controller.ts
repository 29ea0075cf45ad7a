import { Body, Controller, Get, HttpCode, HttpException, Param, Post, Req } from '@nestjs/common';
import type { Request } from 'express';
import { Refusal } from '#kernel';
import { checked, SignedByLink, SigningLinksService, type TextToSign } from '#mediation';
import { Rate } from './rate.js';

const TEN_MINUTES = 600_000;

/** One text for one party without an account: the address is the secret, and opens nothing else (BR-W8). */
@Controller('sign')
export class SigningController {
  private readonly asked = new Rate(60, TEN_MINUTES);
  private readonly misses = new Rate(100, TEN_MINUTES);

  constructor(private readonly links: SigningLinksService) {}

  @Get(':secret')
  read(@Req() request: Request, @Param('secret') secret: string): Promise<TextToSign> {
    return this.within(request, secret, () => this.links.read(secret));
  }

  @Post(':secret')
  @HttpCode(200)
  sign(@Req() request: Request, @Param('secret') secret: string, @Body() body: unknown): Promise<{ signed: true }> {
    return this.within(request, secret, async () => {
      const signed = await checked(SignedByLink, body).catch(async (error: unknown) => {
        // What is wrong with it is told to who may sign, and to nobody else.
        await this.links.read(secret);
        throw error;
      });
      await this.links.sign(secret, { hash: signed.hash, name: signed.name });
      return { signed: true };
    });
  }

  /** Who guesses is slowed down by where she is, and one link by itself. */
  private async within<T>({ ip = '' }: Request, secret: string, work: () => Promise<T>): Promise<T> {
    if (this.misses.isSpent(ip) || !this.asked.takes(secret.slice(0, 64))) throw new HttpException('', 429);
    return work().catch((error: unknown) => {
      if (error instanceof Refusal && error.code === 'NOT_FOUND') this.misses.takes(ip);
      throw error;
    });
  }
}
