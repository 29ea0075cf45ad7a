import { NoConnection, Refusal, isPassing, type FieldFault } from './api/refusal.js';

export type SaveState =
  | { is: 'idle' }
  | { is: 'waiting' | 'saving' | 'retrying' | 'conflict' }
  | { is: 'saved'; at: Date }
  | { is: 'refused'; message: string; faults: readonly FieldFault[] };

const AFTER_TYPING = 1200;
const RETRY_AFTER = 10_000;

/**
 * Saves changes by itself, one request at a time, a moment after the typing stops.
 * A batch without an answer is sent again with the same key until there is one.
 */
export class Autosave<Changes extends object> {
  state: SaveState = { is: 'idle' };
  private pending: Partial<Changes> = {};
  private batch: { changes: Partial<Changes>; key: string } | undefined;
  private running: Promise<void> | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly listeners = new Set<() => void>();

  constructor(private readonly save: (changes: Partial<Changes>, key: string) => Promise<void>) {}

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  /** What was typed and is not on the server. */
  get unsaved(): Partial<Changes> {
    return { ...this.batch?.changes, ...this.pending };
  }
  get isClean(): boolean {
    return !this.batch && !Object.keys(this.pending).length;
  }

  change(changes: Partial<Changes>): void {
    if (!Object.keys(changes).length) return;
    this.pending = { ...this.pending, ...changes };
    if (this.state.is === 'conflict') return;
    if (this.state.is !== 'saving' && this.state.is !== 'retrying') this.become({ is: 'waiting' });
    if (!this.batch) this.later(AFTER_TYPING);
  }

  /** Saves now; tells whether everything is on the server. */
  async flush(): Promise<boolean> {
    clearTimeout(this.timer);
    while (!this.isClean && this.state.is !== 'conflict') {
      await (this.running ??= this.run().finally(() => (this.running = undefined)));
      if (this.state.is === 'retrying' || this.state.is === 'refused') break;
    }
    return this.isClean;
  }

  /** After a conflict: goes on with what the person chose to keep. */
  resolve(kept: Partial<Changes>): void {
    this.batch = undefined;
    this.pending = kept;
    const isNothing = !Object.keys(kept).length;
    this.become({ is: isNothing ? 'idle' : 'waiting' });
    if (!isNothing) this.later(0);
  }

  /** Forgets what is left: nothing more will be saved. */
  stop(): void {
    clearTimeout(this.timer);
    this.pending = {};
    this.batch = undefined;
    this.become({ is: 'idle' });
  }

  private async run(): Promise<void> {
    this.batch ??= { changes: this.pending, key: crypto.randomUUID() };
    if (this.batch.changes === this.pending) this.pending = {};
    const { changes, key } = this.batch;
    if (this.state.is !== 'retrying') this.become({ is: 'saving' });
    try {
      await this.save(changes, key);
      this.batch = undefined;
      this.become(Object.keys(this.pending).length ? { is: 'waiting' } : { is: 'saved', at: new Date() });
      if (Object.keys(this.pending).length) this.later(AFTER_TYPING);
    } catch (error) {
      this.failed(error);
    }
  }

  private failed(error: unknown): void {
    if (isPassing(error)) {
      // The server may have done it: only the same key may ask again.
      if (!(error instanceof NoConnection)) this.takeBack();
      this.become({ is: 'retrying' });
      this.later(RETRY_AFTER);
      return;
    }
    this.takeBack();
    if (error instanceof Refusal && error.code === 'CONFLICT') this.become({ is: 'conflict' });
    else this.become({ is: 'refused', message: error instanceof Error ? error.message : '', faults: error instanceof Refusal ? error.fields : [] });
  }

  private takeBack(): void {
    this.pending = this.unsaved;
    this.batch = undefined;
  }

  private later(wait: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), wait);
  }

  private become(state: SaveState): void {
    this.state = state;
    for (const listener of this.listeners) listener();
  }
}
