import { type DynamicModule, Global, Module } from '@nestjs/common';
import { DoorGuard } from './identity/door.js';
import { Identity } from './identity/identity.js';
import { StepUp } from './identity/step-up.js';
import { TokenVerifier } from './identity/token-verifier.js';
import { BOOK, type Book } from './policy/book.js';
import { Reading } from './reading/reading.js';
import { Clock } from './work/clock.js';
import { EMBARGO } from './work/embargo.js';
import { Units } from './work/unit.js';
import { Work } from './work/work.js';

/** Binds the kernel to one privacy book, one sign-in, and the minutes in which something sent can be taken back. */
@Global()
@Module({})
export class KernelModule {
  static with({ book, signIn, embargo }: { book: Book; signIn: { tokens: TokenVerifier; stepUp: StepUp } | null; embargo: number }): DynamicModule {
    const identity = signIn ? [{ provide: TokenVerifier, useValue: signIn.tokens }, { provide: StepUp, useValue: signIn.stepUp }, Identity, DoorGuard] : [];
    const providers = [{ provide: BOOK, useValue: book }, { provide: EMBARGO, useValue: embargo }, Clock, Units, Reading, Work, ...identity];
    return { module: KernelModule, providers, exports: providers };
  }
}
