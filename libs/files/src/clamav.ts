import { connect, type Socket } from 'node:net';

export type Verdict = { clean: true } | { clean: false; signature: string };
/** The scanner gave no verdict: nobody may read the file yet. */
export class ScannerAway extends Error {}

const CHUNK = 64 * 1024;
/** Milliseconds without a sign of life. */
const PATIENCE = 20_000;

/**
 * Asks clamd about a file, over its socket (INSTREAM, clamd(8)).
 * @param address path of a Unix socket, or host:port
 * @throws ScannerAway when there is no verdict, whatever the reason
 */
export async function scan(address: string, bytes: Uint8Array): Promise<Verdict> {
  const answer = await exchange(address, (socket) => {
    socket.write('zINSTREAM\0');
    for (let at = 0; at < bytes.length; at += CHUNK) {
      const chunk = bytes.subarray(at, at + CHUNK);
      socket.write(lengthOf(chunk.length));
      socket.write(chunk);
    }
    socket.write(lengthOf(0));
  });
  const [, signature] = /^stream: (.+) FOUND$/.exec(answer) ?? [];
  if (signature) return { clean: false, signature };
  if (answer === 'stream: OK') return { clean: true };
  throw new ScannerAway('the scanner gave no verdict');
}

function lengthOf(count: number): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(count);
  return length;
}

function exchange(address: string, ask: (socket: Socket) => void): Promise<string> {
  const [, host, port] = /^([^/]+):(\d+)$/.exec(address) ?? [];
  return new Promise((resolve, reject) => {
    const socket = port ? connect(Number(port), host) : connect(address);
    const away = (why: string) => {
      socket.destroy();
      reject(new ScannerAway(why));
    };
    let answer = '';
    socket.setEncoding('utf8').setTimeout(PATIENCE, () => away('the scanner is silent'));
    socket.once('error', () => away('the scanner cannot be reached'));
    socket.once('connect', () => ask(socket));
    socket.on('data', (text: string) => {
      answer += text;
      if (answer.length > 1000) away('the scanner says too much');
    });
    // Only a whole sentence counts: one that broke off may have been going on.
    socket.once('close', () => (answer.endsWith('\0') ? resolve(answer.slice(0, -1).trim()) : reject(new ScannerAway('the scanner broke off'))));
  });
}
