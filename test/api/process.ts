import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from '../../scripts/ports.mjs';
import type { Capacity } from '../support/portal.js';
import { SignInBrowser } from '../support/sign-in.js';

/** A token is good for five minutes. */
const TOKEN_LASTS = 120_000;

/** A process of the build on a database, as in production: with an address and a key that outlive it. */
export class Program {
  private readonly home = mkdtempSync(path.join(tmpdir(), 'woonbrug-process-'));
  private readonly tokens = new Map<string, { since: number; headers: { authorization: string; 'x-capacity': string } }>();
  private child: ChildProcess | undefined;
  private port = 0;
  output = '';

  constructor(
    private readonly app: 'api' | 'worker',
    private readonly databaseUrl: string,
    private readonly settings: NodeJS.ProcessEnv = {},
  ) {}

  get url(): string {
    return `http://localhost:${this.port}`;
  }

  get process(): ChildProcess {
    return this.child!;
  }

  async start(): Promise<this> {
    this.port ||= await freePort();
    const env = { ...process.env, NODE_OPTIONS: '', PORT: String(this.port), PUBLIC_URL: this.url, DATABASE_URL: this.databaseUrl, EMBEDDED_SIGN_IN: 'true', REQUESTS_AT_ONCE: '100', REQUESTS_WAITING: '1000', WOONBRUG_HOME: this.home, ...this.settings };
    const child = (this.child = fork(`dist/apps/${this.app}/src/main.js`, { env, execArgv: [], stdio: ['ignore', 'pipe', 'pipe', 'ipc'] }));
    for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (text: string) => (this.output += text));
    const [first] = (await Promise.race([once(child, 'message'), once(child, 'exit')])) as unknown[];
    if (first !== 'ready') throw new Error(`The ${this.app} did not start: ${this.output}`);
    return this;
  }

  /** @returns how it ended */
  async end(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | NodeJS.Signals | null> {
    const child = this.child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return child?.exitCode ?? child?.signalCode ?? null;
    const ended = once(child, 'exit');
    child.kill(signal);
    const [code, by] = (await ended) as [number | null, NodeJS.Signals | null];
    return code ?? by;
  }

  async remove(): Promise<void> {
    await this.end('SIGKILL');
    rmSync(this.home, { recursive: true, force: true });
  }

  /** Headers of somebody in her one capacity that fits; they outlive a restart. */
  async headers({ as, capacity }: { as: string; capacity: Exclude<Capacity, string> }): Promise<{ authorization: string; 'x-capacity': string }> {
    const known = this.tokens.get(as);
    if (known && Date.now() - known.since < TOKEN_LASTS) return known.headers;
    const { access_token: token } = await new SignInBrowser(this.url).signIn(as, 'demo');
    const authorization = `Bearer ${token}`;
    const { capacities } = (await (await fetch(`${this.url}/session`, { headers: { authorization } })).json()) as { capacities: { id: string; role: string; partner: string }[] };
    const headers = { authorization, 'x-capacity': capacities.find(({ role, partner }) => role === capacity.role && partner === capacity.partner)!.id };
    this.tokens.set(as, { since: Date.now(), headers });
    return headers;
  }

  async ask(who: { as: string; capacity: Exclude<Capacity, string> }, query: string, variables: object = {}): Promise<{ status: number; data?: { [root: string]: { id: string; version: number; state: string } }; errors?: { extensions: { code: string } }[] }> {
    const response = await fetch(`${this.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', ...(await this.headers(who)) }, body: JSON.stringify({ query, variables }) });
    return { status: response.status, ...((await response.json()) as object) };
  }
}
