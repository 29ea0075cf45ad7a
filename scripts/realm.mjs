// @ts-check
/**
 * `npm run realm`: writes Keycloak's realm file from its fixed part and the people and partners of the demo.
 * With `-- --check` it only says whether the file is up to date.
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT, options, setUp } from './setup.mjs';

const { '--check': check } = options(['--check']);
await setUp(import.meta.url);
const { demoPeople, KEYCLOAK_PASSWORD, partners } = await import('./people.mjs');

const folder = path.join(ROOT, 'deploy/keycloak');
const file = path.join(folder, 'woonbrug-realm.json');
const people = demoPeople();

const users = people.map(({ username, name, mandates, active = true }) => ({
  // Fixed, so that a new container knows people by the same subject as the one before.
  id: idOf(username),
  username,
  email: `${username}@${mandates[0].partner}.example`,
  emailVerified: true,
  firstName: name.split(' ')[0],
  lastName: name.split(' ').slice(1).join(' '),
  enabled: active,
  attributes: { locale: ['nl'] },
  credentials: [{ type: 'password', value: KEYCLOAK_PASSWORD, temporary: false }],
  realmRoles: ['default-roles-woonbrug'],
}));
const organizations = partners().map(({ key, name }) => ({
  id: idOf(`partner ${key}`),
  name,
  alias: key,
  enabled: true,
  domains: [{ name: `${key}.example`, verified: true }],
  members: people.filter(({ mandates }) => mandates.some(({ partner }) => partner === key)).map(({ username }) => ({ username, membershipType: 'UNMANAGED' })),
}));
const text = `${JSON.stringify({ ...JSON.parse(readFileSync(path.join(folder, 'realm-base.json'), 'utf8')), users, organizations }, null, 2)}\n`;

if (!check) writeFileSync(file, text);
else if (readFileSync(file, 'utf8') !== text) {
  console.error('deploy/keycloak/woonbrug-realm.json is not what the demo says: run npm run realm.');
  process.exitCode = 1;
}

/** @param {string} name */
function idOf(name) {
  const hex = createHash('sha256').update(name).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
