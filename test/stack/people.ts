import { createHash, randomBytes } from 'node:crypto';
import { KEYCLOAK_PASSWORD } from '../../scripts/people.mjs';
import type { Person } from '../cast/cast.js';
import type { Tokens } from '../support/sign-in.js';

export type Headers = { authorization: string; 'x-capacity': string };
/** A token is good for five minutes. */
const RENEWED = 90_000;

/** People who stay signed in at Keycloak, whatever happens to the portal. */
export class People {
  private readonly known = new Map<string, Headers>();
  private renewal: NodeJS.Timeout | undefined;

  constructor(
    private readonly url: string,
    private readonly issuer: string,
  ) {}

  async come(all: readonly Person[]): Promise<void> {
    for (const who of all) await this.enter(who);
    this.renewal = setInterval(() => all.forEach((who) => void this.enter(who).catch(() => undefined)), RENEWED);
  }

  go(): void {
    clearInterval(this.renewal);
  }

  headers({ as }: Person): Headers {
    return this.known.get(as)!;
  }

  /** A new token; which capacity it is for is asked once. */
  private async enter({ as, capacity: { role, partner } }: Person): Promise<void> {
    const authorization = `Bearer ${(await this.signIn(as)).access_token}`;
    const known = this.known.get(as)?.['x-capacity'];
    const { capacities } = known ? { capacities: [] } : ((await (await fetch(`${this.url}/session`, { headers: { authorization } })).json()) as { capacities: { id: string; role: string; partner: string }[] });
    this.known.set(as, { authorization, 'x-capacity': known ?? capacities.find((each) => each.role === role && each.partner === partner)!.id });
  }

  /** The code flow as a browser without a screen goes through it: the name on one page, the password on the next. */
  private async signIn(username: string): Promise<Tokens> {
    const verifier = randomBytes(32).toString('base64url');
    const callback = `${this.url}/auth/callback`;
    const challenge = createHash('sha256').update(verifier).digest('base64url');
    const cookies = new Map<string, string>();
    const at = async (address: string, form?: Record<string, string>): Promise<Response> => {
      const answer = await fetch(address, { redirect: 'manual', headers: { cookie: [...cookies].map((each) => each.join('=')).join('; ') }, ...(form && { method: 'POST', body: new URLSearchParams(form) }) });
      for (const cookie of answer.headers.getSetCookie()) cookies.set(...(cookie.split(';')[0].split(/=(.*)/s) as [string, string]));
      return answer;
    };
    let step = await at(`${this.issuer}/protocol/openid-connect/auth?${new URLSearchParams({ client_id: 'portal-web', response_type: 'code', scope: 'openid profile', redirect_uri: callback, code_challenge: challenge, code_challenge_method: 'S256' }).toString()}`);
    for (const form of [{ username }, { username, password: KEYCLOAK_PASSWORD }]) {
      const action = /<form[^>]*\baction="([^"]+)"/.exec(await step.text())?.[1].replaceAll('&amp;', '&');
      if (!action) throw new Error(`Keycloak shows no form: ${step.status}`);
      step = await at(action, form as Record<string, string>);
    }
    const code = new URL(step.headers.get('location') ?? '', this.url).searchParams.get('code');
    if (!code) throw new Error(`Keycloak gave no code: ${step.status}`);
    const answer = await fetch(`${this.issuer}/protocol/openid-connect/token`, { method: 'POST', body: new URLSearchParams({ client_id: 'portal-web', grant_type: 'authorization_code', code, redirect_uri: callback, code_verifier: verifier }) });
    if (!answer.ok) throw new Error(`Keycloak gave no token: ${answer.status}`);
    return (await answer.json()) as Tokens;
  }
}
