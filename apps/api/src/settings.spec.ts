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
    ['DEMO', 'ja', 'DEMO must be true or false, and it is "ja"'],
  ])('refuse %s = %s in one sentence', (name, value, sentence) => {
    expect(() => readSettings({ ...real, [name]: value })).toThrow(sentence);
  });

  it('never show a password', () => {
    expect(() => readSettings({ ...real, DATABASE_URL: 'mysql://geheim@x' })).not.toThrow('geheim');
  });
});
