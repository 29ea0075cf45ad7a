import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useUnsaved } from '../shared/unsaved.js';
import { type Report, run } from './run.js';

/** Which of the two the last run was. */
export type Act = 'check' | 'enter';
export type Importing = {
  fileName: string;
  act: Act | null;
  report: Report | null;
  isBusy: boolean;
  /** The run broke off before its end. */
  isBroken: boolean;
  error: unknown;
  check: (file: File) => void;
  enter: () => void;
  stop: () => void;
};

/** Looks at a file, and enters exactly what was looked at: it is read once and kept in this tab only. */
export function useImport(): Importing {
  const [state, setState] = useState<{ act: Act | null; report: Report | null; isBusy: boolean; isBroken: boolean; error: unknown }>({ act: null, report: null, isBusy: false, isBroken: false, error: null });
  const queries = useQueryClient();
  const file = useRef<{ name: string; content: Blob } | null>(null);
  const stopping = useRef<AbortController | null>(null);
  useUnsaved(state.isBusy && state.act === 'enter');
  useEffect(() => () => stopping.current?.abort(), []);

  const start = useCallback(async (act: Act, hash: string | undefined) => {
    const stop = (stopping.current = new AbortController());
    setState({ act, report: null, isBusy: true, isBroken: false, error: null });
    let reported: Report | null = null;
    const tell = (report: Report) => {
      reported = report;
      setState((before) => ({ ...before, report }));
    };
    let error: unknown = null;
    await run(file.current!.content, hash, tell, stop.signal).catch((thrown: unknown) => (error = thrown));
    const report = reported as Report | null;
    const isBroken = report !== null && report.csv === null;
    setState({ act, report, isBusy: false, isBroken, error: stop.signal.aborted ? null : error });
    if (act === 'enter') void queries.invalidateQueries();
  }, [queries]);

  return {
    ...state,
    fileName: file.current?.name ?? '',
    check: (chosen) => {
      void (async () => {
        file.current = { name: chosen.name, content: new Blob([await chosen.arrayBuffer()], { type: 'text/csv' }) };
        await start('check', undefined);
      })();
    },
    enter: () => void start('enter', state.report!.hash),
    stop: () => stopping.current?.abort(),
  };
}
