import { createHash, randomBytes } from 'node:crypto';
import request from 'supertest';

const OPENID = '/realms/woonbrug/protocol/openid-connect';

export type Tokens = { access_token: string; refresh_token: string; id_token: string };

/** One browser without a screen at the sign-in of a portal: keeps its cookies, so that it may sign in again silently. */
export class SignInBrowser {
  private readonly agent;

  constructor(private readonly url: string) {
    this.agent = request.agent(url);
  }

  /** The authorisation code flow with PKCE, step by step. `password: undefined` counts on a session. */
  async signIn(username: string, password?: string): Promise<Tokens> {
    const verifier = randomBytes(32).toString('base64url');
    const query = { client_id: 'portal-web', response_type: 'code', scope: 'openid profile', redirect_uri: this.callback, code_challenge_method: 'S256', code_challenge: createHash('sha256').update(verifier).digest('base64url') };
    let step = await this.agent.get(`${OPENID}/auth`).query(query);
    if (this.location(step).startsWith('/realms/woonbrug/login/')) {
      if (password === undefined) throw new Error('Sign-in asks for a password');
      step = await this.agent.post(this.location(step)).type('form').send({ username, password });
      if (step.status !== 303) throw new Error(`Sign-in refused: ${step.status}`);
      step = await this.agent.get(this.location(step));
    }
    const back = new URL(step.headers.location ?? '', this.url);
    const code = back.searchParams.get('code');
    if (!code) throw new Error(`Sign-in gave no code: ${step.status} ${back.searchParams.get('error') ?? ''}`);
    return this.token({ grant_type: 'authorization_code', code, redirect_uri: this.callback, code_verifier: verifier });
  }

  refresh(token: string): Promise<Tokens> {
    return this.token({ grant_type: 'refresh_token', refresh_token: token });
  }

  private async token(body: Record<string, string>): Promise<Tokens> {
    const response = await fetch(`${this.url}${OPENID}/token`, { method: 'POST', body: new URLSearchParams({ client_id: 'portal-web', ...body }) });
    if (!response.ok) throw new Error(`No token: ${response.status} ${await response.text()}`);
    return (await response.json()) as Tokens;
  }

  private get callback(): string {
    return `${this.url}/auth/callback`;
  }

  private location({ headers }: { headers: Record<string, string> }): string {
    return (headers.location ?? '').replace(this.url, '');
  }
}
