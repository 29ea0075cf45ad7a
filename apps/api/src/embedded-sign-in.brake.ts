const TRIES = 5;
const PAUSE = 30_000;
const REMEMBERED = 10_000;

/** Slows down guessing: after five wrong passwords a name, known or not, must wait half a minute. */
export class Brake {
  private readonly wrong = new Map<string, { times: number; until: number }>();

  constructor(private readonly now = Date.now) {}

  /** Seconds this name must still wait; 0: it may try. */
  wait(username: string): number {
    const until = this.wrong.get(username)?.until ?? 0;
    return Math.max(0, Math.ceil((until - this.now()) / 1000));
  }

  failed(username: string): void {
    const times = (this.wrong.get(username)?.times ?? 0) + 1;
    this.wrong.delete(username);
    this.wrong.set(username, times >= TRIES ? { times: 0, until: this.now() + PAUSE } : { times, until: 0 });
    // Names are typed by anybody: the oldest make room.
    if (this.wrong.size > REMEMBERED) this.wrong.delete(this.wrong.keys().next().value!);
  }

  succeeded(username: string): void {
    this.wrong.delete(username);
  }
}
