const REMEMBERED = 10_000;

/** How often something may be asked within a time, by whatever names who asks. */
export class Rate {
  private readonly counted = new Map<string, { times: number; until: number }>();

  constructor(
    private readonly atMost: number,
    private readonly milliseconds: number,
    private readonly now = Date.now,
  ) {}

  isSpent(name: string): boolean {
    const { times, until } = this.counted.get(name) ?? { times: 0, until: 0 };
    return until > this.now() && times >= this.atMost;
  }

  /** Counts one more. @returns whether it still may */
  takes(name: string): boolean {
    if (this.isSpent(name)) return false;
    const present = this.counted.get(name);
    this.counted.delete(name);
    this.counted.set(name, present && present.until > this.now() ? { ...present, times: present.times + 1 } : { times: 1, until: this.now() + this.milliseconds });
    // Anybody can make up a name: the oldest make room.
    if (this.counted.size > REMEMBERED) this.counted.delete(this.counted.keys().next().value!);
    return true;
  }
}
