import { html as bound } from 'htm/react';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';

/** Marked-up text with what it tells: everything that is put in is escaped. */
export const html = bound as (strings: TemplateStringsArray, ...values: unknown[]) => ReactNode;

/** A paper, ready to be printed: its name tells nobody of whom it is. */
export type Paper = { name: string; html: string };

const STYLE = `
  @page { size: A4; margin: 18mm 18mm 20mm; }
  body { font: 11pt/1.45 'Source Sans 3', 'Open Sans', 'DejaVu Sans', Arial, sans-serif; color: #1d2939; margin: 0; }
  header { border-top: 4px solid #ffe615; padding-top: 10pt; margin-bottom: 14pt; }
  h1 { font-size: 19pt; line-height: 1.2; margin: 4pt 0; } h2 { font-size: 13pt; margin: 16pt 0 4pt; break-after: avoid; }
  p { margin: 4pt 0; } .mute { color: #55606e; }
  table { width: 100%; border-collapse: collapse; margin: 6pt 0; } th, td { text-align: left; vertical-align: top; padding: 5pt 8pt 5pt 0; border-bottom: 1px solid #cbd2da; }
  th { font-weight: 600; } tr { break-inside: avoid; } tbody th { width: 24%; }
  .box { border: 1px solid #727e8d; border-radius: 4px; padding: 8pt 10pt; margin: 10pt 0; break-inside: avoid; }
  .sign { display: flex; gap: 24pt; margin-top: 24pt; break-inside: avoid; } .sign div { flex: 1; border-top: 1px solid #1d2939; padding-top: 4pt; }
  li { margin: 2pt 0; } .square { display: inline-block; width: 9pt; height: 9pt; border: 1px solid #1d2939; margin-right: 6pt; }
  .pre { white-space: pre-wrap; }`;

/** One whole document. `title` stands in the metadata of the PDF, so it names no person. */
export function paper(name: string, language: string, title: string, body: ReactNode): Paper {
  const page = html`<html lang=${language}><head><meta charSet="utf-8" /><title>${title}</title><style dangerouslySetInnerHTML=${{ __html: STYLE }}></style></head><body>${body}</body></html>`;
  return { name, html: `<!doctype html>${renderToStaticMarkup(page)}` };
}
