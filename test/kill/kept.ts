import { setTimeout as sleep } from 'node:timers/promises';

/** Something that dies and comes back. `ended` resolves when its process is gone, whoever did it. */
export type Mortal = { name: string; start(): Promise<unknown>; kill(): Promise<unknown>; ended?(): Promise<unknown> };

/** Keeps one of them running: starts it again whenever it is gone, until the siege is over. */
export class Kept {
  kills = 0;
  /** How often it died of itself: nobody but the siege may end it. */
  ownDeaths = 0;
  private up: Promise<void>;
  private isOver = false;
  private isOurs = false;

  constructor(private readonly mortal: Mortal) {
    this.up = this.revive();
  }

  get name(): string {
    return this.mortal.name;
  }

  ready(): Promise<void> {
    return this.up;
  }

  /** Waits until it is there and then for a while; resolves when it is dead. It comes back by itself. */
  async kill(afterMilliseconds: number): Promise<void> {
    await this.up;
    await sleep(afterMilliseconds);
    await this.up;
    this.isOurs = true;
    await this.mortal.kill();
    this.kills += 1;
    this.up = this.revive();
  }

  async release(): Promise<void> {
    this.isOver = true;
    await this.up;
  }

  private async revive(): Promise<void> {
    for (;;) {
      if (this.isOver) return;
      try {
        await this.mortal.start();
        break;
      } catch {
        // What it needs is away now.
        await sleep(100);
      }
    }
    this.isOurs = false;
    void this.mortal.ended?.().then(() => {
      if (this.isOurs || this.isOver) return;
      this.ownDeaths += 1;
      this.up = this.revive();
    });
  }
}
