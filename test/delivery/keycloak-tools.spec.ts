import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

/** On a machine that has only the programs that it is given: shell scripts of one line. */
describe('a Keycloak of our own', () => {
  let root: string;
  const bin = (name: string) => path.join(root, 'bin', name);
  const give = (programs: Record<string, string>) => {
    for (const [name, line] of Object.entries(programs)) {
      writeFileSync(bin(name), `#!/bin/sh\n${line}\n`);
      chmodSync(bin(name), 0o755);
    }
  };
  const java = (version: string) => ({ java: `echo 'openjdk version "${version}" 2024-01-16' >&2` });
  /** What a call of scripts/keycloak.mjs gives or throws, in a folder without any Keycloak. */
  const ask = (call: string) => {
    const script = `import * as keycloak from './scripts/keycloak.mjs';
      console.log(JSON.stringify(await keycloak.${call}().then((says) => ({ says }), (error) => ({ says: error.message, unreached: error instanceof keycloak.NotFetched }))));`;
    const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { cwd: root, encoding: 'utf8', env: { PATH: path.join(root, 'bin') } });
    expect(stderr).toBe('');
    return JSON.parse(stdout) as { says?: string; unreached?: boolean };
  };

  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), 'woonbrug-keycloak-'));
    mkdirSync(path.join(root, 'bin'));
    symlinkSync(path.resolve('node_modules'), path.join(root, 'node_modules'));
    for (const name of ['keycloak', 'people', 'ports', 'setup']) cpSync(`scripts/${name}.mjs`, path.join(root, `scripts/${name}.mjs`));
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  it.each([
    ['nothing', {}, 'Keycloak needs Java 17 or newer, and there is none here.'],
    ['an old Java', java('1.8.0_392'), 'Keycloak needs Java 17 or newer, and here is Java 8.'],
    ['Java 11', java('11.0.22'), 'Keycloak needs Java 17 or newer, and here is Java 11.'],
    ['Java 17', java('17.0.10'), 'Keycloak is fetched with Maven, and there is none here.'],
    ['Java 21 and Maven', { ...java('21'), mvn: ':' }, 'Keycloak is unpacked with jar (of a JDK) or unzip, and there is neither here.'],
    ['unzip too', { ...java('21.0.2'), mvn: ':', unzip: 'exit 10' }, undefined],
    ['jar instead', { ...java('25'), mvn: ':', jar: ':' }, undefined],
  ])('says in one sentence what is missing where there is %s', (_, programs, sentence) => {
    give(programs);
    expect(ask('keycloakFault')).toEqual({ says: sentence });
  });

  it('tells a registry that is not in reach from a file that is not the right one', () => {
    give({ mvn: `echo '[ERROR] Could not transfer artifact: Connection refused'; exit 1` });
    expect(ask('prepareKeycloak')).toEqual({ says: 'Maven could not fetch it: Could not transfer artifact: Connection refused', unreached: true });
    give({ mvn: `echo '[ERROR] Checksum validation failed, expected 1 but is 2'; exit 1` });
    expect(ask('prepareKeycloak')).toEqual({ says: expect.stringContaining('Checksum validation failed'), unreached: false });
    give({ mvn: `for each; do case $each in *artifact=*) v=\${each#*dist:}; v=\${v%:zip};; *Directory=*) d=\${each#*=};; esac; done; echo other > $d/keycloak-quarkus-dist-$v.zip` });
    expect(ask('prepareKeycloak')).toEqual({ says: expect.stringContaining(`Keycloak's zip has another checksum than it should`), unreached: false });
    expect(existsSync(path.join(root, '.woonbrug/keycloak')) && readdirSync(path.join(root, '.woonbrug/keycloak'))).toEqual([]);
  });
});
