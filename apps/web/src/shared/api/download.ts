import { sendFor } from './ask.js';

/**
 * Fetches a paper as the person who is signed in, and hands it to the browser under the name that the server gives it.
 * @throws Refusal when the server says no, NoConnection when nobody answers
 */
export async function download(path: string): Promise<void> {
  const response = await sendFor(path, { method: 'GET' });
  const name = fileNameOf(response.headers.get('content-disposition'));
  saveAs(await response.blob(), name);
}

/** Hands something to the browser to keep as a file. */
export function saveAs(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser reads it after the click.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** `filename*=UTF-8''…` goes before `filename="…"` (RFC 6266). */
function fileNameOf(disposition: string | null): string {
  const coded = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1];
  return coded ? decodeURIComponent(coded) : (/filename="?([^";]+)"?/i.exec(disposition ?? '')?.[1] ?? 'woonbrug.pdf');
}
