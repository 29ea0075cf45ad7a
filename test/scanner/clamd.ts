import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../scripts/ports.mjs';

/** What our one signature names; made up, and harmless. */
export const MARKER = 'WOONBRUG-PROEFVIRUS-7d1c';
/** Bytes that clamd takes of one file here. */
export const TAKES = 2 * 1024 * 1024;

/** @throws Error when there is no clamd on this machine */
function clamdHere(): string {
  for (const folder of [...(process.env.PATH ?? '').split(path.delimiter), '/usr/sbin', '/usr/local/sbin']) {
    const program = path.join(folder, 'clamd');
    try {
      accessSync(program, constants.X_OK);
      return program;
    } catch {
      // not in this folder
    }
  }
  throw new Error('There is no clamd on this machine (Debian: apt-get install --no-install-recommends clamav-daemon).');
}

/** A real clamd in a folder of its own, with one signature and no other, on a socket and a port. */
export class Clamd {
  private readonly folder = mkdtempSync(path.join(tmpdir(), 'woonbrug-clamd-'));
  private child: ChildProcess | undefined;
  private output = '';
  readonly socket = path.join(this.folder, 'clamd.sock');
  port = 0;

  async start(): Promise<void> {
    this.port ||= await freePort();
    const database = path.join(this.folder, 'database');
    mkdirSync(database, { recursive: true });
    writeFileSync(path.join(database, 'own.ndb'), `Woonbrug.Proef:0:*:${Buffer.from(MARKER).toString('hex')}\n`);
    const settings = ['Foreground yes', `LocalSocket ${this.socket}`, `TCPSocket ${this.port}`, 'TCPAddr 127.0.0.1', `DatabaseDirectory ${database}`, `TemporaryDirectory ${this.folder}`, `StreamMaxLength ${TAKES / 1024 / 1024}M`];
    writeFileSync(path.join(this.folder, 'clamd.conf'), `${settings.join('\n')}\n`);
    this.output = '';
    const child = (this.child = spawn(clamdHere(), ['-c', path.join(this.folder, 'clamd.conf')], { stdio: ['ignore', 'pipe', 'pipe'] }));
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (this.output += text));
    while (!(await this.answers())) {
      if (child.exitCode !== null) throw new Error(`clamd did not start: ${this.output}`);
      await sleep(100);
    }
  }

  /** As a machine that fails would. */
  async kill(): Promise<void> {
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  }

  async remove(): Promise<void> {
    await this.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private answers(): Promise<boolean> {
    return new Promise((resolve) => {
      const socket = connect(this.socket, () => socket.write('zPING\0'));
      socket.once('data', (text) => {
        resolve(text.toString() === 'PONG\0');
        socket.destroy();
      });
      socket.once('error', () => resolve(false));
    });
  }
}
