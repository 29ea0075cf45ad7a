import { asMe } from './ask.js';
import { connectionFound, connectionLost } from './connection.js';
import { NoConnection } from './refusal.js';

/** On an old line ten megabytes take a while; in milliseconds. */
const TIMEOUT = 300_000;

/**
 * Sends a form with a file, and tells how far it is: from 0 to 1.
 * @throws Refusal when the server says no, NoConnection when nobody answers, or when it was stopped
 */
export async function upload(path: string, form: FormData, { onProgress, signal }: { onProgress: (part: number) => void; signal: AbortSignal }): Promise<{ attachment: { id: string } }> {
  const response = await asMe((token, capacity) => sent(path, form, { authorization: `Bearer ${token}`, ...(capacity && { 'x-capacity': capacity }) }, onProgress, signal));
  return (await response.json()) as { attachment: { id: string } };
}

/** `fetch` does not tell how much has left. */
function sent(path: string, form: FormData, headers: { [name: string]: string }, onProgress: (part: number) => void, signal: AbortSignal): Promise<Response> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const lost = () => {
      if (!signal.aborted) connectionLost();
      reject(new NoConnection());
    };
    request.upload.onprogress = ({ loaded, total }) => onProgress(loaded / total);
    request.onload = () => {
      connectionFound();
      resolve(new Response(request.responseText, { status: request.status }));
    };
    request.onerror = request.ontimeout = request.onabort = lost;
    signal.addEventListener('abort', () => request.abort());
    request.open('POST', path);
    request.timeout = TIMEOUT;
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.send(form);
  });
}
