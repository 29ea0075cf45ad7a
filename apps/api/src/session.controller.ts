import { Controller, Get, Header, Req } from '@nestjs/common';
import type { Request } from 'express';
import { Identity } from '#kernel';

/** In which capacities the holder of a token may work: asked before one is chosen. */
@Controller('session')
export class SessionController {
  constructor(private readonly identity: Identity) {}

  @Get()
  @Header('Cache-Control', 'no-store')
  async session(@Req() request: Request): Promise<object> {
    const capacities = await this.identity.capacitiesOf(request);
    return { name: capacities[0].name, capacities: capacities.map(({ mandateId: id, partnerId, partnerName: partner, role, until }) => ({ id, partnerId, partner, role, until })) };
  }
}
