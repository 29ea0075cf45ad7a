import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

const PAGE = readFileSync('docs/threats.md', 'utf8');
const plain = (text: string): string => text.replaceAll("\\'", "'").replaceAll('’', "'");
const NAMED = [...PAGE.matchAll(/((?:test|apps|libs|scripts)\/[\w./-]+) › ([^;|\n]+)/g)].map(([, file, name]) => [file, plain(name.trim())] as const);
/** A line of a table: a case, and what holds it. */
const CASES = PAGE.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| case')).map((line) => line.split('|')[1].trim());

describe('the page of abuse cases', () => {
  it('names tests that exist', () => {
    const missing = NAMED.filter(([file, name]) => !existsSync(file) || !plain(readFileSync(file, 'utf8')).includes(name));
    expect(missing).toEqual([]);
    expect(NAMED.length).toBeGreaterThan(90);
  });

  it('says of each case which test holds it, or why there is none', () => {
    const open = PAGE.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| case')).filter((line) => !/ › |not yet: |does not apply: /.test(line));
    expect(open).toEqual([]);
    expect(CASES.length).toBeGreaterThan(90);
  });

  it('knows no test twice under one case', () => {
    for (const line of PAGE.split('\n')) {
      const names = [...line.matchAll(/ › ([^;|]+)/g)].map(([, name]) => name.trim());
      expect([line, new Set(names).size]).toEqual([line, names.length]);
    }
  });
});
