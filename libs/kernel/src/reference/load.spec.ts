import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { loadYaml, openYaml, ReferenceFaults } from './load.js';
import { Absent, ADay, AKey, ANumber, AText, OneOf, Part, Parts, Texts } from './shape.js';

class Desk {
  @AKey() key: string;
  @OneOf(['OPEN', 'CLOSED']) state: string;
  @ADay() since: string;
  @Absent() @ANumber(1, 9) chairs?: number;
  @Absent() @Texts() towns: string[] = [];
}
class House {
  @AText() name: string;
}
class Place {
  @Part(() => House) house: House;
  @Parts(() => Desk) desks: Desk[];
}

describe('a reference file', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'reference-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const file = (...lines: string[]) => {
    const name = path.join(folder, 'place.yaml');
    writeFileSync(name, lines.join('\n'));
    return name;
  };
  /** What is wrong, without the folder of this run. */
  const faults = (...lines: string[]): string[] => {
    try {
      loadYaml(file(...lines), Place);
    } catch (error) {
      if (error instanceof ReferenceFaults) return error.faults.map((fault) => fault.replace(`${folder}${path.sep}`, ''));
      throw error;
    }
    return [];
  };
  const house = ['# where we sit', 'house:', '  name: Woonwinkel'];
  const desk = ['desks:', '  - key: front', '    state: OPEN', '    since: 2026-03-10'];

  it('comes as instances of its shape, with defaults for what may be absent', () => {
    const place = loadYaml(file(...house, ...desk), Place);
    expect(place).toBeInstanceOf(Place);
    expect(place.desks[0]).toBeInstanceOf(Desk);
    expect(place.desks[0]).toEqual({ key: 'front', state: 'OPEN', since: '2026-03-10', towns: [] });
  });

  it('may leave an optional key empty', () => {
    expect(loadYaml(file(...house, ...desk, '    towns:'), Place).desks[0].towns).toEqual([]);
  });

  it('is refused for an unknown key', () => {
    expect(faults(...house, '  colour: blue', ...desk, '    stat: OPEN')).toEqual([
      'place.yaml:4: house.colour: is not a known key',
      'place.yaml:9: desks[0].stat: is not a known key',
    ]);
  });

  it('is refused for a word that is not on the list', () => {
    expect(faults(...house, ...desk.slice(0, 2), '    state: AJAR', '    since: 2026-03-10')).toEqual(['place.yaml:6: desks[0].state: must be one of: OPEN, CLOSED']);
  });

  it('is refused for what is missing, on the line of the part that lacks it', () => {
    expect(faults('desks:', '  - key: front', '    state: OPEN', '    since: 2026-03-10', '  - key: back', '    since:')).toEqual([
      'place.yaml:1: house: is missing',
      'place.yaml:5: desks[1].state: is missing',
      'place.yaml:6: desks[1].since: is missing',
    ]);
  });

  it.each(['2026-02-30', '2026-3-1', '10/03/2026', '20260310', 'yesterday'])('is refused for the day %s', (day) => {
    expect(faults(...house, ...desk.slice(0, 3), `    since: ${day}`)).toEqual(['place.yaml:7: desks[0].since: must be a day such as 2026-03-10']);
  });

  it('is refused for a key that stands twice, however deep', () => {
    expect(faults(...house, '  name: Huis', ...desk, '    state: CLOSED', 'house: {}')).toEqual([
      'place.yaml:4: house.name: stands here twice',
      'place.yaml:9: desks[0].state: stands here twice',
      'place.yaml:10: house: stands here twice',
    ]);
  });

  it('is refused for a number where text belongs, with the way out', () => {
    expect(faults('house:', '  name: 8870', ...desk, '    towns: [8870]')).toEqual([
      'place.yaml:2: house.name: must be text: write the number between quotes',
      'place.yaml:7: desks[0].towns: must be text: write the number between quotes',
    ]);
  });

  it('is refused for the wrong form of a part', () => {
    expect(faults('house: Woonwinkel', 'desks: none')).toEqual(
      expect.arrayContaining(['place.yaml:1: house: must hold keys with values', 'place.yaml:2: desks: must be a list']),
    );
    expect(faults(...house, 'desks: [front]')).toEqual(['place.yaml:4: desks[0]: must hold keys with values']);
    expect(faults('house: [{ name: Woonwinkel }]', ...desk)).toEqual(expect.arrayContaining(['place.yaml:1: house: must hold keys with values']));
  });

  it('is refused for a national number in a text', () => {
    expect(faults('house:', '  name: Huis van 96.04.03-001.13', ...desk)).toEqual(['place.yaml:2: house.name: holds a national number, which is never kept']);
  });

  it('is refused when it holds no keys, or is no YAML', () => {
    expect(faults('')).toEqual(['place.yaml:1: the file: must hold keys with values']);
    expect(faults('- house')).toEqual(['place.yaml:1: the file: must hold keys with values']);
    expect(faults('house: {', 'desks: []')[0]).toMatch(/^place\.yaml:\d: the file: /);
    expect(faults('house: {name: a}', '---', 'desks: []')[0]).toMatch(/^place\.yaml:2: the file: /);
    expect(faults('house: !secret {name: a}', 'desks: []')[0]).toMatch(/^place\.yaml:1: the file: Unresolved tag/);
  });

  it('names all its faults in one error', () => {
    expect(faults('house: {}', 'colour: blue', 'desks:', '  - key: Front desk', '    state: AJAR', '    since: 2026-02-30', '    chairs: 12')).toEqual([
      'place.yaml:1: house.name: is missing',
      'place.yaml:2: colour: is not a known key',
      'place.yaml:4: desks[0].key: must be a key: small letters, digits and hyphens',
      'place.yaml:5: desks[0].state: must be one of: OPEN, CLOSED',
      'place.yaml:6: desks[0].since: must be a day such as 2026-03-10',
      'place.yaml:7: desks[0].chairs: must be 9 or less',
    ]);
    expect(() => loadYaml(file('house: {}'), Place)).toThrow(/^Reference data cannot be used, 2 faults:\n.*place\.yaml:1: /);
  });

  it('words later faults on their line too', () => {
    const opened = openYaml(file(...house, ...desk), Place);
    expect(opened.fault(['desks', 0, 'state'], 'is not that of the house')).toBe(`${opened.file}:6: desks[0].state: is not that of the house`);
  });
});
