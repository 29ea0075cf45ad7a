import { Body, type CanActivate, Controller, type ExecutionContext, Get, Header, Injectable, Post, Req, Res, StreamableFile, UploadedFile, UseGuards, UseInterceptors } from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import type { Request, Response } from 'express';
import { type Actor, DoorGuard, Identity, Refusal } from '#kernel';
import { ImportsService, LIMIT, templateOf, type Told } from '#imports';

type Entering = Request & { actor?: Actor };

/** Before anything of a file is read, it is known who sends it and whether she may. */
@Injectable()
class ImportDoor implements CanActivate {
  constructor(
    private readonly identity: Identity,
    private readonly door: DoorGuard,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<Entering>();
    request.actor = await this.identity.actorOf(request);
    await this.door.admit(request.actor, { record: 'Client', event: 'import' }, 'import');
    return true;
  }
}

/** Files of a partner's own clients and of what already runs: looked at, or entered (BR-W6). */
@Controller('import')
@UseGuards(ImportDoor)
export class ImportController {
  constructor(private readonly imports: ImportsService) {}

  @Get('columns')
  @Header('Cache-Control', 'no-store')
  async columns(@Req() { actor }: Entering): Promise<object> {
    const columns = await this.imports.columns(actor!);
    return { ...LIMIT, columns: columns.map((each) => ({ name: each.name, part: each.part, required: each.required ?? null, says: each.says, values: each.values ?? [] })) };
  }

  @Get('sjabloon.csv')
  @Header('Cache-Control', 'no-store')
  async template(@Req() { actor }: Entering): Promise<StreamableFile> {
    const text = templateOf(await this.imports.columns(actor!));
    return new StreamableFile(Buffer.from(text), { type: 'text/csv; charset=utf-8', disposition: 'attachment; filename="woonbrug-sjabloon.csv"' });
  }

  /**
   * `file`: the CSV. `hash`: of the file that was checked, to enter it; absent: only looks.
   * Answers one JSON document per line while it goes on; whoever leaves stops it between two rows.
   */
  @Post()
  @UseInterceptors(FileInterceptor('file', { limits: { fileSize: LIMIT.bytes, files: 1, fields: 1, fieldSize: 100, parts: 2, fieldNameSize: 20 } }))
  async run(@Req() { actor }: Entering, @UploadedFile() file: { buffer: Buffer } | undefined, @Body() { hash, ...more }: { hash?: unknown }, @Res() response: Response): Promise<void> {
    if (Object.keys(more).length) throw new Refusal('BAD_REQUEST');
    if (!file) throw new Refusal('INVALID', 'Kies een bestand.', { fields: [{ field: 'file', message: 'Kies een bestand.' }] });
    const told = typeof hash === 'string' ? this.imports.enter(actor!, file.buffer, hash) : this.imports.check(actor!, file.buffer);
    // What is wrong with the whole file is known before the first line, and refused like everything else.
    const first = await told.next();
    response.status(200).setHeader('Content-Type', 'application/x-ndjson; charset=utf-8').setHeader('X-Content-Type-Options', 'nosniff');
    const say = (line: Told) => response.write(`${JSON.stringify(line)}\n`);
    if (!first.done) say(first.value);
    for await (const line of told) {
      say(line);
      if (response.destroyed) return;
    }
    response.end();
  }
}
