// @ts-check
/** Who may sign in to the demo, from the files that the demo is loaded from. */
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { ROOT } from './setup.mjs';

/** Of the embedded sign-in; Keycloak's is longer, because its password policy asks so (deploy/keycloak). */
export const PASSWORD = 'demo';
/** In Keycloak, whose policy asks for twelve characters. */
export const KEYCLOAK_PASSWORD = 'Woonbrug-demo-1';

/**
 * @typedef {{ partner: string, role: string, municipality?: string, since: string, until?: string }} Mandate
 * @typedef {{ username: string, name: string, active?: boolean, mandates: Mandate[] }} DemoPerson
 * @typedef {{ key: string, name: string }} Partner
 */

/** @returns {DemoPerson[]} */
export const demoPeople = () => listIn('deploy/demo', 'people');

/** @returns {Partner[]} */
export const partners = () => listIn('deploy/reference', 'partners');

/** One for each mandate that is in force today, of who may still sign in. */
export function demoLogins(today = new Date().toLocaleDateString('en-CA', { timeZone: 'Europe/Brussels' })) {
  const names = new Map(partners().map(({ key, name }) => [key, name]));
  return demoPeople().filter(({ active = true }) => active).flatMap(({ username, name, mandates }) =>
    mandates
      .filter(({ since, until }) => since <= today && (until ?? today) >= today)
      .map(({ partner, role }) => ({ username, password: PASSWORD, name, partner: names.get(partner) ?? partner, role })),
  );
}

/** @param {Record<string, string>[]} rows */
export function table(rows) {
  const heads = Object.keys(rows[0] ?? {});
  const lines = [heads, ...rows.map((row) => heads.map((head) => row[head]))];
  const widths = heads.map((_, at) => Math.max(...lines.map((line) => line[at].length)));
  return lines.map((line) => line.map((cell, at) => cell.padEnd(widths[at])).join('  ').trimEnd()).join('\n');
}

/** What all YAML files of a folder say under one name. @param {string} folder @param {string} name */
function listIn(folder, name) {
  const full = path.join(ROOT, folder);
  return readdirSync(full)
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .flatMap((file) => parse(readFileSync(path.join(full, file), 'utf8'))?.[name] ?? []);
}
