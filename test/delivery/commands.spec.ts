import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

const run = (script: string, args: string[] = [], env: object = {}) => spawnSync(process.execPath, [`scripts/${script}.mjs`, ...args], { encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '', ...env } });

describe('the commands', () => {
  it('each are a script that there is', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
    for (const [name, line] of Object.entries(scripts)) {
      const [, file] = /^exec node (scripts\/[\w-]+\.mjs)(?: --fast)?$/.exec(line) ?? [];
      expect([name, existsSync(file ?? '')]).toEqual([name, true]);
    }
  });

  it('say who may sign in, for a program and for a person, and nothing else', () => {
    const people = JSON.parse(run('demo-people', ['--json']).stdout) as object[];
    expect(people).toContainEqual({ username: 'ann.maes', password: 'demo', name: 'Ann Maes', partner: 'OCMW Ledegem', role: 'SOCIAL_WORKER' });
    expect(run('demo-people').stdout.trim().split('\n')).toHaveLength(people.length + 1);
  });

  it.each([
    ['an unknown option', ['--weg'], {}, 'the option "--weg" is unknown; known here: --reset, --keycloak.'],
    ['a port that is no number', [], { PORT: 'abc' }, 'PORT must be a number from 1 to 65535, and it is "abc".'],
    ['production', [], { NODE_ENV: 'production' }, 'npm start is for trying out'],
  ])('refuse %s in one sentence', (_, args, env, sentence) => {
    const { status, stderr, stdout } = run('start', args, env);
    expect([status, stdout, stderr.trim().split('\n').length]).toEqual([1, '', 1]);
    expect(stderr).toContain(`Woonbrug cannot start: ${sentence}`);
  });
});
