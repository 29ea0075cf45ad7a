import { describe, expect, it } from '@jest/globals';
import { readSettings } from './settings.js';

const demo = { PUBLIC_URL: 'http://localhost:3000', DATABASE_URL: 'postgres://x', EMBEDDED_SIGN_IN: 'true', WOONBRUG_HOME: '/x' };
const real = { PUBLIC_URL: 'https://woonbrug.example/', DATABASE_URL: 'postgres://x', OIDC_ISSUER: 'https://sso.example/realms/woonbrug', NODE_ENV: 'production' };

describe('the settings', () => {
  it('of a demo name the embedded sign-in as issuer', () => {
    expect(readSettings(demo)).toMatchObject({ issuer: 'http://localhost:3000/realms/woonbrug', issuerInternalUrl: 'http://127.0.0.1:3000/realms/woonbrug', embeddedSignIn: '/x', demo: true, host: '127.0.0.1' });
  });

  it('of production name Keycloak, and nothing is a demo unless it is said', () => {
    expect(readSettings(real)).toMatchObject({ publicUrl: 'https://woonbrug.example', issuer: 'https://sso.example/realms/woonbrug', issuerInternalUrl: 'https://sso.example/realms/woonbrug', embeddedSignIn: undefined, demo: false, poolSize: 10, referenceFolder: 'deploy/reference' });
  });

  it('refuse the embedded sign-in in production', () => {
    expect(() => readSettings({ ...demo, NODE_ENV: 'production' })).toThrow('the embedded sign-in is for trying out only');
  });

  it.each(['PUBLIC_URL', 'DATABASE_URL', 'OIDC_ISSUER'])('refuse a missing %s', (name) => {
    expect(() => readSettings({ ...real, [name]: undefined })).toThrow(`Woonbrug does not start: the setting ${name} is missing.`);
  });

  it.each([
    ['PORT', '80x', 'PORT must be a number from 1 to 65535, and it is "80x"'],
    ['PORT', '70000', 'PORT must be a number from 1 to 65535'],
    ['POOL_SIZE', '0', 'POOL_SIZE must be a number from 1 to 100'],
    ['PUBLIC_URL', 'woonbrug.example', 'PUBLIC_URL must be an address that begins with http:// or https://'],
    ['PUBLIC_URL', 'https://woonbrug.example/portaal', 'PUBLIC_URL must be an address without a path'],
    ['DATABASE_URL', 'mysql://geheim@x', 'DATABASE_URL must be an address that begins with postgres:// or postgresql://'],
    ['OIDC_ISSUER', 'https://sso.example', 'OIDC_ISSUER must be the address of a Keycloak realm'],
    ['SMTP_URL', 'http://mail.example', 'SMTP_URL must be an address that begins with smtp:// or smtps://'],
    ['SMTP_URL', 'smtp://mail.example', 'the setting MAIL_FROM is missing'],
    ['DIGEST_AT', '7.30', 'DIGEST_AT must be a time such as 07:30, and it is "7.30"'],
    ['METRICS_PORT', '3000', 'METRICS_PORT must be another port than that of the web (PORT), and it is 3000: everybody could read them there'],
    ['OTEL_EXPORTER_OTLP_ENDPOINT', 'collector:4317', 'OTEL_EXPORTER_OTLP_ENDPOINT must be an address that begins with http:// or https://'],
    ['SLOW_STATEMENT_MS', '0', 'SLOW_STATEMENT_MS must be a number from 1 to 60000'],
    ['REQUESTS_AT_ONCE', '0', 'REQUESTS_AT_ONCE must be a number from 1 to 1000'],
    ['TRUST_PROXY', '10.0.0.4, true', 'TRUST_PROXY must be addresses of proxies (10.0.0.4, 10.0.0.0/24, loopback, uniquelocal) with commas between them, and "true" is none'],
    ['TRUST_PROXY', '0.0.0.0/0', 'TRUST_PROXY must be addresses of proxies'],
    ['DEMO', 'ja', 'DEMO must be true or false, and it is "ja"'],
  ])('refuse %s = %s in one sentence', (name, value, sentence) => {
    expect(() => readSettings({ ...real, [name]: value })).toThrow(sentence);
  });

  it('send no mail unless a mail server is named, in the name of one address', () => {
    expect(readSettings(real)).toMatchObject({ mail: undefined, digestAt: '07:30' });
    expect(readSettings({ ...real, SMTP_URL: 'smtps://wb:geheim@mail.example', MAIL_FROM: 'woonbrug@mail.example', DIGEST_AT: '08:15' })).toMatchObject({ mail: { url: 'smtps://wb:geheim@mail.example', from: 'woonbrug@mail.example' }, digestAt: '08:15' });
    for (const from of ['Woonbrug <woonbrug@mail.example>', 'woonbrug@mail.example\r\nBcc: x@y.example', 'woonbrug']) expect(() => readSettings({ ...real, SMTP_URL: 'smtp://mail.example', MAIL_FROM: from })).toThrow('MAIL_FROM must be an address such as woonbrug@ocmw.example');
  });

  it('believe no proxy unless it is named', () => {
    expect(readSettings(real).trustProxy).toEqual([]);
    expect(readSettings({ ...real, TRUST_PROXY: '10.0.0.4, fd00::/8,loopback' }).trustProxy).toEqual(['10.0.0.4', 'fd00::/8', 'loopback']);
  });

  it('keep the heads of the trail nowhere unless told where, and then with a key', () => {
    expect(readSettings(real).heads).toBeUndefined();
    expect(readSettings({ ...real, TRAIL_HEADS: '/heads', TRAIL_KEY: '/key.pem' }).heads).toEqual({ folder: '/heads', key: '/key.pem' });
    expect(() => readSettings({ ...real, TRAIL_HEADS: '/heads' })).toThrow('the setting TRAIL_KEY is missing');
  });

  it('show nothing outside unless it is asked for, and then on loopback', () => {
    expect(readSettings(real)).toMatchObject({ metrics: undefined, traces: undefined, slowStatement: 500 });
    expect(readSettings({ ...real, METRICS_PORT: '9464' }).metrics).toEqual({ port: 9464, host: '127.0.0.1' });
    expect(readSettings({ ...real, METRICS_PORT: '9464', METRICS_HOST: '0.0.0.0' }).metrics).toEqual({ port: 9464, host: '0.0.0.0' });
  });

  it('never show a password', () => {
    expect(() => readSettings({ ...real, SMTP_URL: 'http://geheim@x' })).not.toThrow('geheim');
    expect(() => readSettings({ ...real, DATABASE_URL: 'mysql://geheim@x' })).not.toThrow('geheim');
  });
});
