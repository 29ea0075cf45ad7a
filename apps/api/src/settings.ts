import { isIP } from 'node:net';
import { isEmail } from 'class-validator';
import { WARN_DAYS } from '#dossiers';

/** What the portal must be told from outside. Read once, checked once, passed on as a value. */
export type Settings = {
  port: number;
  host: string;
  /** Where people's browsers find the portal, without a slash at the end. */
  publicUrl: string;
  databaseUrl: string;
  /** Connections to the database that this process may hold. */
  poolSize: number;
  /** Requests that are answered at the same moment, and that may wait behind them; the others are told to come back. */
  atOnce: number;
  waiting: number;
  /** Addresses of the proxies whose word is taken for where somebody asks from; none: nobody's. */
  trustProxy: string[];
  /** The OpenID issuer, exactly as it stands in the tokens. */
  issuer: string;
  /** Where this process finds the issuer's keys, when not at the issuer's own address (containers). */
  issuerInternalUrl: string;
  /** Folder of the embedded OpenID provider's key; absent: sign-in is elsewhere (Keycloak). */
  embeddedSignIn: string | undefined;
  /** For how many minutes a sign-in counts as proof at the doors that open much at once, and how strong it must be (`acr`); without the latter any sign-in counts. */
  stepUp: { minutes: number; acr: string | undefined };
  /** Folder of the built web app; absent: something else serves it. */
  webFolder: string | undefined;
  /** Only questions of the web app are answered. */
  persistedOnly: boolean;
  /** Folder of partners, areas, working days and referral types. */
  referenceFolder: string;
  /** The people and dossiers are invented: said on the screen. */
  demo: boolean;
  /** Seconds to go on serving after the order to stop, so that a load balancer sees it coming. */
  drainNotice: number;
  /** A Chromium to print papers with; absent: this portal prints none. */
  chromium: string | undefined;
  /** Minutes in which what was sent can be taken back, and no receiver finds it. */
  embargo: number;
  /** The mail server (smtp:// or smtps://, with the account if there is one) and the address that mail comes from; absent: no mail is sent. */
  mail: { url: string; from: string } | undefined;
  /** When the daily mail leaves on working days, in Brussels, as 07:30. */
  digestAt: string;
  /** Bytes of one attachment, and of all that a partner adds to one dossier. */
  attachment: number;
  attachments: number;
  /** Where clamd listens, a socket's path or host:port; absent: no file is scanned, and the page says so. */
  clamav: string | undefined;
  /** Folder of the signed heads of the trail, and the file of the key that signs them; absent: they are kept nowhere. */
  heads: { folder: string; key: string } | undefined;
  /** Months after which each role must be confirmed again. */
  reviewMonths: number;
  /** Working days before a day that nobody covers for which it is told again. */
  coverWarning: number;
  /** Where Prometheus reads how it goes, never on the port of the web; absent: nowhere. */
  metrics: { port: number; host: string } | undefined;
  /** An OpenTelemetry collector (OTLP over http) that spans are sent to; absent: none are made. */
  traces: string | undefined;
  /** Milliseconds from which a statement is told in the log. */
  slowStatement: number;
};

const MB = 1024 * 1024;

/** The token under which a process knows its settings. */
export const SETTINGS = Symbol('settings');

/** The token under which the address of the portal is bound. */
export const PUBLIC_URL = Symbol('address of the portal');

type Env = Record<string, string | undefined>;

export const REALM = '/realms/woonbrug';

export function readSettings(env: Env): Settings {
  const port = count(env, 'PORT', 3000, 1, 65_535);
  const publicUrl = address(need(env, 'PUBLIC_URL'), 'PUBLIC_URL', ['http:', 'https:']);
  if (new URL(publicUrl).pathname !== '/') refuse(`PUBLIC_URL must be an address without a path, and it is "${publicUrl}"`);
  const embedded = flag(env, 'EMBEDDED_SIGN_IN');
  if (embedded && env.NODE_ENV === 'production') refuse('the embedded sign-in is for trying out only: in production set OIDC_ISSUER to a Keycloak realm and leave EMBEDDED_SIGN_IN out');
  const issuer = embedded ? `${publicUrl}${REALM}` : realm(need(env, 'OIDC_ISSUER'), 'OIDC_ISSUER');
  const internal = embedded ? `http://127.0.0.1:${port}${REALM}` : issuer;
  return {
    port,
    host: env.HOST || '127.0.0.1',
    publicUrl,
    databaseUrl: address(need(env, 'DATABASE_URL'), 'DATABASE_URL', ['postgres:', 'postgresql:']),
    poolSize: count(env, 'POOL_SIZE', 10, 1, 100),
    atOnce: count(env, 'REQUESTS_AT_ONCE', 8, 1, 1000),
    waiting: count(env, 'REQUESTS_WAITING', 64, 0, 10_000),
    trustProxy: proxies(env.TRUST_PROXY),
    issuer,
    issuerInternalUrl: env.OIDC_INTERNAL_URL ? realm(env.OIDC_INTERNAL_URL, 'OIDC_INTERNAL_URL') : internal,
    embeddedSignIn: embedded ? need(env, 'WOONBRUG_HOME') : undefined,
    stepUp: { minutes: count(env, 'STEP_UP_MINUTES', 5, 1, 60), acr: env.STEP_UP_ACR || undefined },
    webFolder: env.WEB_FOLDER || undefined,
    persistedOnly: onlyPersisted(env, embedded),
    referenceFolder: env.REFERENCE_FOLDER || 'deploy/reference',
    demo: embedded || flag(env, 'DEMO'),
    drainNotice: count(env, 'DRAIN_NOTICE', 0, 0, 8),
    chromium: env.CHROMIUM || undefined,
    embargo: count(env, 'EMBARGO_MINUTES', 10, 0, 60),
    mail: env.SMTP_URL ? { url: address(env.SMTP_URL, 'SMTP_URL', ['smtp:', 'smtps:']), from: mailbox(need(env, 'MAIL_FROM'), 'MAIL_FROM') } : undefined,
    digestAt: timeOfDay(env.DIGEST_AT || '07:30', 'DIGEST_AT'),
    attachment: count(env, 'ATTACHMENT_MB', 10, 1, 25) * MB,
    attachments: count(env, 'ATTACHMENTS_MB', 100, 1, 10_000) * MB,
    clamav: scanner(env),
    heads: env.TRAIL_HEADS ? { folder: env.TRAIL_HEADS, key: need(env, 'TRAIL_KEY') } : undefined,
    reviewMonths: count(env, 'ACCESS_REVIEW_MONTHS', 12, 1, 36),
    coverWarning: count(env, 'COVER_WARNING_DAYS', WARN_DAYS, 1, 20),
    metrics: metrics(env, port),
    traces: env.OTEL_EXPORTER_OTLP_ENDPOINT ? address(env.OTEL_EXPORTER_OTLP_ENDPOINT, 'OTEL_EXPORTER_OTLP_ENDPOINT', ['http:', 'https:']) : undefined,
    slowStatement: count(env, 'SLOW_STATEMENT_MS', 500, 1, 60_000),
  };
}

/** Never all of them: then anybody could say where she asks from, and limits by address would hold nobody. */
function proxies(given = ''): string[] {
  const all = given.split(',').map((each) => each.trim()).filter(Boolean);
  const odd = all.find((each) => {
    const [address, bits, ...more] = each.split('/');
    return !/^(loopback|linklocal|uniquelocal)$/.test(each) && (!isIP(address) || more.length > 0 || (bits !== undefined && !(/^\d{1,3}$/.test(bits) && Number(bits) > 0 && Number(bits) <= (isIP(address) === 4 ? 32 : 128))));
  });
  return odd === undefined ? all : refuse(`TRUST_PROXY must be addresses of proxies (10.0.0.4, 10.0.0.0/24, loopback, uniquelocal) with commas between them, and "${odd}" is none`);
}

/** Usual in production with real people: who comes in there comes by the web app. */
function onlyPersisted(env: Env, embedded: boolean): boolean {
  return env.PERSISTED_ONLY ? flag(env, 'PERSISTED_ONLY') : env.NODE_ENV === 'production' && !embedded && !flag(env, 'DEMO');
}

function scanner({ CLAMAV: given = '' }: Env): string | undefined {
  if (given && !/^(\/.+|[\w.-]+:\d{1,5})$/.test(given)) refuse('CLAMAV must be the path of a socket or host:port');
  return given || undefined;
}

function metrics(env: Env, webPort: number): Settings['metrics'] {
  if (!env.METRICS_PORT) return undefined;
  const port = count(env, 'METRICS_PORT', 9464, 1, 65_535);
  return port === webPort ? refuse(`METRICS_PORT must be another port than that of the web (PORT), and it is ${port}: everybody could read them there`) : { port, host: env.METRICS_HOST || '127.0.0.1' };
}

function need(env: Env, name: string): string {
  return env[name] || refuse(`the setting ${name} is missing`);
}

function count(env: Env, name: string, usual: number, least: number, most: number): number {
  const given = env[name] || String(usual);
  const value = Number(given);
  return /^\d+$/.test(given) && value >= least && value <= most ? value : refuse(`${name} must be a number from ${least} to ${most}, and it is "${given}"`);
}

function flag(env: Env, name: string): boolean {
  const given = env[name] || 'false';
  return given === 'true' || (given !== 'false' && refuse(`${name} must be true or false, and it is "${given}"`));
}

/** Never shows a value that may hold a password. */
function address(given: string, name: string, schemes: string[]): string {
  const url = URL.canParse(given) ? new URL(given) : undefined;
  if (!url || !schemes.includes(url.protocol) || !url.hostname) refuse(`${name} must be an address that begins with ${schemes.map((scheme) => `${scheme}//`).join(' or ')}`);
  return given.replace(/\/$/, '');
}

/** One address and nothing beside it. */
function mailbox(given: string, name: string): string {
  return isEmail(given) ? given : refuse(`${name} must be an address such as woonbrug@ocmw.example, and it is "${given}"`);
}

function timeOfDay(given: string, name: string): string {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(given) ? given : refuse(`${name} must be a time such as 07:30, and it is "${given}"`);
}

function realm(given: string, name: string): string {
  const url = address(given, name, ['http:', 'https:']);
  return /\/realms\/[^/]+$/.test(url) ? url : refuse(`${name} must be the address of a Keycloak realm (…/realms/name), and it is "${url}"`);
}

function refuse(why: string): never {
  throw new Refused(`Woonbrug does not start: ${why}.`);
}

/** A fault of whoever set the portal up: its sentence says enough, where it happened says nothing. */
export class Refused extends Error {}
