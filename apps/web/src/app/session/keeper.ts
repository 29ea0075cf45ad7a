import { ErrorResponse, type User, type UserManager } from 'oidc-client-ts';
import { connectionLost } from '../../shared/api/connection.js';
import { NoConnection } from '../../shared/api/refusal.js';
import { markEnded } from './marks.js';

/** `idle`: nobody was there; `ended`: the sign-in itself is over. */
export type Lock = 'idle' | 'ended';

const SPARE_SECONDS = 30;
const JUST_NOW = 30_000;

function gate(): { opened: Promise<void>; open: () => void } {
  let open!: () => void;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open };
}

function question(): { answered: Promise<boolean>; answer: (given: boolean) => void } {
  let answer!: (given: boolean) => void;
  const answered = new Promise<boolean>((resolve) => (answer = resolve));
  return { answered, answer };
}

/** Keeps the token fresh, in one place. While the tab is locked every request waits, so that nothing typed is lost. */
export class SessionKeeper {
  lock: Lock | undefined;
  /** Whose tab this is: somebody else does not get to see it. */
  sub: string | undefined;
  /** Waits until somebody proved once more who she is. */
  proof: ReturnType<typeof question> | undefined;
  private provedAt = 0;
  private renewing: Promise<User> | undefined;
  private unlocked = gate();
  private readonly listeners = new Set<() => void>();

  constructor(readonly manager: UserManager) {
    manager.events.addUserLoaded((user) => {
      this.sub ??= user.profile.sub;
    });
  }

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  /** A token that is good for now; `refused` is one that the server did not take. */
  async token(refused?: string): Promise<string> {
    for (;;) {
      if (this.lock) await this.unlocked.opened;
      const user = await this.manager.getUser();
      if (user && user.access_token !== refused && (user.expires_in ?? 0) > SPARE_SECONDS) return user.access_token;
      const renewed = await this.renew(user);
      if (renewed) return renewed.access_token;
    }
  }

  /** Renews now, so that the sign-in goes on. */
  async renew(user: User | null): Promise<User | undefined> {
    if (!user?.refresh_token) return this.end('ended');
    try {
      this.renewing ??= this.manager.signinSilent().then((renewed) => renewed ?? Promise.reject(new Error('nobody came back')));
      return await this.renewing;
    } catch (error) {
      if (error instanceof ErrorResponse) return this.end('ended');
      connectionLost();
      throw new NoConnection();
    } finally {
      this.renewing = undefined;
    }
  }

  /** Forgets the tokens; what is on the page stays, out of sight, until the same person signs in again. */
  end(why: Lock): undefined {
    if (this.lock) return;
    this.lock = why;
    this.unlocked = gate();
    if (why === 'idle') {
      markEnded('idle');
      void this.manager.revokeTokens(['refresh_token']).catch(() => undefined).finally(() => void this.manager.removeUser());
    } else void this.manager.removeUser();
    this.tell();
  }

  /** Asks for a new sign-in before a request may go on. @throws why when she would rather not */
  async prove(why: Error): Promise<void> {
    // Sent before she did, answered after it.
    if (Date.now() - this.provedAt < JUST_NOW) return;
    this.proof ??= question();
    this.tell();
    const given = await this.proof.answered.finally(() => {
      this.proof = undefined;
      this.tell();
    });
    if (!given) throw why;
    this.provedAt = Date.now();
  }

  /** Goes on with a new sign-in of the same person. */
  async resume(user: User): Promise<void> {
    if (user.profile.sub !== this.sub) return location.assign('/');
    await this.manager.storeUser(user);
    await this.manager.events.load(user);
    this.lock = undefined;
    markEnded(undefined);
    this.unlocked.open();
    this.proof?.answer(true);
    this.tell();
  }

  private tell() {
    for (const listener of this.listeners) listener();
  }
}
