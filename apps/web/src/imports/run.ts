import { sendFor } from '../shared/api/ask.js';
import { NoConnection, Refusal } from '../shared/api/refusal.js';

export type Fate = 'FITS' | 'ENTERED' | 'PRESENT' | 'DIFFERS' | 'FAULTY';
export type Line = { row: number; reference: string | null; name: string | null; fate: Fate; withReferral: boolean; remarks: readonly { column: string | null; says: string }[]; clientId: string | null; referralId: string | null };
export type Head = { rows: number; hash: string; unknown: readonly string[] };
type Told = Head | Line | { done: true; counts: Record<Fate, number>; csv: string } | { stopped: string };
/** What a run told so far; without `csv` it did not come to its end. */
export type Report = Head & { lines: readonly Line[]; csv: string | null };

/**
 * Lets the server look at a file, or enter it, and tells of each row when it is done.
 * @param hash of the file that was checked: enters; absent: only looks
 * @param tell called with all that is known so far
 * @throws Refusal when the file as a whole is refused, or the run was stopped by the server; NoConnection when the connection broke
 */
export async function run(file: Blob, hash: string | undefined, tell: (report: Report) => void, signal: AbortSignal): Promise<void> {
  const form = new FormData();
  form.set('file', file, 'import.csv');
  if (hash) form.set('hash', hash);
  const response = await sendFor('/import', { method: 'POST', body: form, signal });
  let report: Report = { rows: 0, hash: '', unknown: [], lines: [], csv: null };
  for await (const told of linesOf(response, signal)) {
    if ('stopped' in told) throw new Refusal('UNAVAILABLE', told.stopped);
    report = 'done' in told ? { ...report, csv: told.csv } : 'fate' in told ? { ...report, lines: [...report.lines, told] } : { ...report, ...told };
    tell(report);
  }
  if (report.csv === null && !signal.aborted) throw new NoConnection();
}

async function* linesOf(response: Response, signal: AbortSignal): AsyncGenerator<Told> {
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  const stop = () => void reader.cancel();
  signal.addEventListener('abort', stop);
  let rest = '';
  try {
    for (;;) {
      const { value, done } = await reader.read().catch(() => {
        throw new NoConnection();
      });
      if (done) return;
      const lines = (rest + value).split('\n');
      rest = lines.pop()!;
      for (const line of lines) yield JSON.parse(line) as Told;
    }
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
