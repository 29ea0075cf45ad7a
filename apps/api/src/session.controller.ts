import { Body, Controller, Get, Header, HttpCode, Post, Req } from '@nestjs/common';
import type { Request } from 'express';
import { Identity } from '#kernel';

/** Whose session it is, and that it ended. */
@Controller('session')
export class SessionController {
  constructor(private readonly identity: Identity) {}

  /** In which capacities the holder of a token may work: asked before one is chosen. */
  @Get()
  @Header('Cache-Control', 'no-store')
  async session(@Req() request: Request): Promise<object> {
    const capacities = await this.identity.capacitiesOf(request);
    return { name: capacities[0].name, capacities: capacities.map(({ mandateId: id, partnerId, partnerName: partner, role, until }) => ({ id, partnerId, partner, role, until })) };
  }

  /** The sign-in tells that a session ended there (OpenID Connect Back-Channel Logout 1.0). */
  @Post('ended')
  @HttpCode(200)
  @Header('Cache-Control', 'no-store')
  ended(@Body() { logout_token: token }: { logout_token?: unknown }): Promise<void> {
    return this.identity.endSession(token);
  }
}
