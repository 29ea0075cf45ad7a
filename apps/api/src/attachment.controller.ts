import { Body, Controller, Get, Param, Post, Req, Res, StreamableFile, UploadedFile, UseGuards, UseInterceptors } from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsIn, IsUUID, ValidateIf } from 'class-validator';
import type { Request, Response } from 'express';
import { Attachment, AttachmentsService, FILE_CLASSES } from '#dossiers';
import { Gate } from '#files';
import { type DataClass, Identity, Reading, Refusal, textChecks } from '#kernel';
import { UploadGate, UploadGuard, type Uploading } from './uploads.js';

const BAD_ID = { message: 'Dit is geen geldige verwijzing.' };
const Description: PropertyDecorator = (target, key) => {
  ValidateIf((_, value) => value !== undefined)(target, key);
  for (const check of textChecks(300, true)) check(target, key);
};

/** What stands beside the file in the form. */
class NewFile {
  @IsUUID(undefined, { message: 'De sleutel is geen UUID.' }) key: string;
  @IsUUID(undefined, BAD_ID) dossierId: string;
  @IsIn(FILE_CLASSES, { message: 'Kies een soort gegevens uit de lijst.' }) dataClass: DataClass;
  /** Of one field or several of that name. */
  @Transform(({ value }: { value: unknown }) => [value ?? []].flat())
  @IsUUID(undefined, { each: true, ...BAD_ID })
  @ArrayMaxSize(50)
  partnerIds: string[] = [];
  @Description description?: string;
}

type Sent = { originalname: string; buffer: Buffer };
type Shown = Pick<Attachment, 'id' | 'version' | 'state' | 'fileName'>;

/** Files of a dossier: the only way in, and the only way out. */
@Controller('attachment')
export class AttachmentController {
  private readonly downloads = new Gate(8);

  constructor(
    private readonly identity: Identity,
    private readonly attachments: AttachmentsService,
    private readonly reading: Reading,
  ) {}

  @Post()
  @UseGuards(UploadGuard)
  @UseInterceptors(UploadGate, FileInterceptor('file'))
  async add(@Req() { actor }: Uploading, @Body() { key, ...about }: NewFile, @UploadedFile() file?: Sent): Promise<{ attachment: Shown }> {
    if (!file) throw new Refusal('INVALID', 'Kies een bestand.', { fields: [{ field: 'file', message: 'Kies een bestand.' }] });
    const id = await this.attachments.add(actor, key, { ...about, description: about.description?.trim() || null, file: { name: file.originalname, bytes: file.buffer } });
    return { attachment: await this.reading.one<Shown>(actor, Attachment, id, { version: true, state: true, fileName: true }) };
  }

  /** To save, never to show: whatever it is, it runs nowhere and no other page may hold it (UP-10). */
  @Get(':id')
  async content(@Req() request: Request, @Param('id') id: string, @Res({ passthrough: true }) response: Response): Promise<StreamableFile> {
    const me = await this.identity.actorOf(request);
    const { name, type, content } = await this.downloads.through(() => this.attachments.content(me, id));
    response.attachment(name).setHeader('Content-Type', type);
    response.setHeader('Content-Security-Policy', "sandbox; default-src 'none'");
    response.setHeader('Cache-Control', 'no-store');
    return new StreamableFile(content);
  }
}
