import { type CallHandler, type CanActivate, type ExecutionContext, HttpException, Inject, Injectable, type NestInterceptor } from '@nestjs/common';
import type { Request } from 'express';
import { catchError, finalize, type Observable } from 'rxjs';
import { Gate } from '#files';
import { abilityOf, type Actor, BOOK, type Book, Identity, Refusal } from '#kernel';
import { SETTINGS, type Settings } from './settings.js';

/** A request whose actor is known before its body is read. */
export type Uploading = Request & { actor: Actor };

/** Who may not add a file anywhere, or asks from a page elsewhere, sends none. */
@Injectable()
export class UploadGuard implements CanActivate {
  constructor(
    private readonly identity: Identity,
    @Inject(BOOK) private readonly book: Book,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<Uploading>();
    const { origin } = request.headers;
    if (origin && origin !== new URL(this.settings.publicUrl).origin) throw new Refusal('BAD_REQUEST');
    request.actor = await this.identity.actorOf(request);
    if (!abilityOf(this.book, request.actor).can('attach', 'Attachment')) throw new Refusal('FORBIDDEN');
    return true;
  }
}

/** Files of one person that are under way at once. */
const OF_ONE = 4;

/** So many files are in memory at once, whoever sends how many; what waits is not read yet. */
@Injectable()
export class UploadGate implements NestInterceptor {
  private readonly gate = new Gate(8);
  private readonly underWay = new Map<string, number>();

  constructor(@Inject(SETTINGS) private readonly settings: Settings) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const { actor: { personId } } = context.switchToHttp().getRequest<Uploading>();
    const count = (this.underWay.get(personId) ?? 0) + 1;
    if (count > OF_ONE) throw new Refusal('LIMIT', 'Er zijn al bestanden onderweg. Wacht tot die binnen zijn.');
    this.underWay.set(personId, count);
    const leave = await this.gate.enter();
    const left = () => {
      leave();
      const others = this.underWay.get(personId)! - 1;
      if (others) this.underWay.set(personId, others);
      else this.underWay.delete(personId);
    };
    return next.handle().pipe(catchError((error: unknown) => this.told(error)), finalize(left));
  }

  private told(error: unknown): never {
    if (error instanceof HttpException && error.getStatus() === 413) throw new Refusal('LIMIT', `Dit bestand is groter dan ${this.settings.attachment / 1024 / 1024} MB. Maak het kleiner of splits het.`);
    throw error;
  }
}
