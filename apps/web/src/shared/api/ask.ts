import type { TypedDocumentString } from '../../generated/graphql/graphql.js';
import { connectionFound, connectionLost } from './connection.js';
import { NoConnection, Refusal, type FieldFault, type RefusalCode } from './refusal.js';

/** What the session gives to every request: it waits while somebody signs in again. */
export type Access = {
  token(refusedToken?: string): Promise<string>;
  capacity(): string | undefined;
  /** The server refuses a token that is fresh: rights or account changed. */
  refused(): void;
  /** Lets her prove who she is once more. @throws why when she would rather not */
  prove(why: Refusal): Promise<void>;
};

type Fault = { message: string; extensions?: { code?: RefusalCode; fields?: FieldFault[]; version?: number } };

const TIMEOUT = 30_000;
let access: Access | undefined;
let byHash = false;

/** That the server knows every question by its hash. */
export const askByHash = (known: boolean): void => {
  byHash = known;
};

export const provideAccess = (given: Access): void => {
  access = given;
};

/**
 * Asks the server.
 * @throws Refusal when it says no, NoConnection when nobody answers
 */
export async function ask<Result, Variables>(document: TypedDocumentString<Result, Variables>, variables: Variables, signal?: AbortSignal): Promise<Result> {
  const query = document.toString();
  const hash = byHash && (document.__meta__ as { hash?: string } | undefined)?.hash;
  const body = JSON.stringify({ ...(hash ? { documentId: hash, operationName: /^\s*(?:query|mutation) (\w+)/m.exec(query)?.[1] } : { query }), variables });
  return proving(async () => {
    const { data, errors } = (await send('/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body, signal })) as { data?: Result; errors?: Fault[] };
    if (errors?.length) throw refusalOf(errors[0]);
    return data as Result;
  });
}

/** What the server wants proof for is asked again when she gave it. */
async function proving<Result>(once: () => Promise<Result>): Promise<Result> {
  try {
    return await once();
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'STEP_UP' || !access) throw error;
    await access.prove(error);
    return once();
  }
}

/** Sends with the token and the capacity in which one works, and reads the answer. */
export async function send(path: string, request: RequestInit): Promise<unknown> {
  return (await sendFor(path, request)).json();
}

/**
 * The answer as it comes; a refused token is renewed once.
 * @throws Refusal when the server says no, NoConnection when nobody answers
 */
export function sendFor(path: string, request: RequestInit): Promise<Response> {
  return proving(() => asMe((token) => reach(path, request, token)));
}

/** Sends in whatever way, with the token and the capacity of who is signed in; refuses as `sendFor` does. */
export async function asMe(once: (token: string, capacity: string | undefined) => Promise<Response>): Promise<Response> {
  if (!access) throw new Error('no session provides access yet');
  let token = await access.token();
  let response = await once(token, access.capacity());
  if (response.status === 401) {
    token = await access.token(token);
    response = await once(token, access.capacity());
    if (response.status === 401) access.refused();
  }
  return taken(response);
}

/** Sends as nobody, for who has no account; refuses as `sendFor` does. */
export async function sendOutside(path: string, request: RequestInit = {}): Promise<unknown> {
  return (await taken(await reach(path, request))).json();
}

async function taken(response: Response): Promise<Response> {
  if (response.ok) return response;
  const answer = (await response.json().catch(() => undefined)) as { errors?: Fault[] } | undefined;
  const fault = answer?.errors?.[0];
  if (!fault && response.status >= 500) throw new NoConnection();
  throw refusalOf(fault ?? { message: '' });
}

async function reach(path: string, request: RequestInit, token?: string): Promise<Response> {
  const headers = new Headers(request.headers);
  if (token) headers.set('authorization', `Bearer ${token}`);
  const capacity = token && access?.capacity();
  if (capacity) headers.set('x-capacity', capacity);
  const stop = new AbortController();
  const abort = () => stop.abort();
  const timer = setTimeout(abort, TIMEOUT);
  request.signal?.addEventListener('abort', abort);
  try {
    const response = await fetch(path, { ...request, headers, signal: stop.signal });
    if (![502, 503, 504].includes(response.status)) connectionFound();
    return response;
  } catch (error) {
    if (request.signal?.aborted) throw error;
    connectionLost();
    throw new NoConnection();
  } finally {
    clearTimeout(timer);
    request.signal?.removeEventListener('abort', abort);
  }
}

function refusalOf({ message, extensions }: Fault): Refusal {
  return new Refusal(extensions?.code ?? 'INTERNAL', message, extensions?.fields, extensions?.version);
}
