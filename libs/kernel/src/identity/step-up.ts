import type { Actor } from '../policy/book.js';
import { Refusal } from '../vocabulary/refusal.js';

/** Before the few doors that open much at once, somebody must have proved a moment ago who she is (TK-21). */
export class StepUp {
  /**
   * @param minutes that a proof counts
   * @param acr how strong it must be, in the words of the sign-in (OpenID Connect's `acr_values`): any of these, between blanks; absent: as the sign-in is set up
   */
  constructor(
    private readonly minutes: number,
    private readonly acr?: string,
  ) {}

  /** @throws Refusal STEP_UP when it was longer ago, or in another way */
  demand({ proved }: Pick<Actor, 'proved'>): void {
    const isFresh = proved !== undefined && proved.at >= Date.now() / 1000 - this.minutes * 60;
    if (!isFresh || (this.acr && !this.acr.split(' ').includes(proved.acr ?? ''))) throw new Refusal('STEP_UP');
  }
}
