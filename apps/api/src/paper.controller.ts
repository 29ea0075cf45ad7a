import { Controller, Get, Header, Param, Query, Req, StreamableFile } from '@nestjs/common';
import type { Request } from 'express';
import { Identity, StepUp } from '#kernel';
import type { Paper } from '#dossiers';
import { MediationPapers } from '#mediation';
import { type Language, LANGUAGES, Papers } from '#referrals';
import { Printer } from './printer.js';

const asked = (language: unknown): Language | undefined => LANGUAGES.find((each) => each === language);

/** Papers as PDF, to save and never to show in the page: of what their maker may read at this moment. */
@Controller('paper')
export class PaperController {
  constructor(
    private readonly identity: Identity,
    private readonly papers: Papers,
    private readonly mediations: MediationPapers,
    private readonly printer: Printer,
    private readonly stepUp: StepUp,
  ) {}

  /** Everything of one person, for herself: the one export. */
  @Get('register/:id')
  @Header('Cache-Control', 'no-store')
  async register(@Req() request: Request, @Param('id') id: string, @Query('language') language?: string): Promise<StreamableFile> {
    const me = await this.identity.actorOf(request);
    this.stepUp.demand(me);
    return this.printed(await this.papers.register(me, id, asked(language)));
  }

  @Get('agreement/:id')
  @Header('Cache-Control', 'no-store')
  async agreement(@Req() request: Request, @Param('id') id: string, @Query('language') language?: string): Promise<StreamableFile> {
    return this.printed(await this.papers.agreement(await this.identity.actorOf(request), id, asked(language)));
  }

  @Get('referral/:id')
  @Header('Cache-Control', 'no-store')
  async referral(@Req() request: Request, @Param('id') id: string): Promise<StreamableFile> {
    return this.printed(await this.papers.referral(await this.identity.actorOf(request), id));
  }

  @Get('invitation/:id/:party')
  @Header('Cache-Control', 'no-store')
  async invitation(@Req() request: Request, @Param('id') id: string, @Param('party') party: string, @Query('session') session?: string): Promise<StreamableFile> {
    return this.printed(await this.mediations.invitation(await this.identity.actorOf(request), id, party, typeof session === 'string' ? session : undefined));
  }

  @Get('settlement/:id')
  @Header('Cache-Control', 'no-store')
  async settlement(@Req() request: Request, @Param('id') id: string): Promise<StreamableFile> {
    return this.printed(await this.mediations.settlement(await this.identity.actorOf(request), id));
  }

  @Get('closing/:id')
  @Header('Cache-Control', 'no-store')
  async closing(@Req() request: Request, @Param('id') id: string): Promise<StreamableFile> {
    return this.printed(await this.mediations.closing(await this.identity.actorOf(request), id));
  }

  private async printed({ name, html }: Paper): Promise<StreamableFile> {
    return new StreamableFile(await this.printer.print(html), { type: 'application/pdf', disposition: `attachment; filename="${name}.pdf"` });
  }
}
