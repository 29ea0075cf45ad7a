import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { HOME } from '../../scripts/setup.mjs';
import { type Stack, startStack } from '../../scripts/stack.mjs';
import { faults } from './faults.js';
import { overload } from './overload.js';
import { story } from './story.js';

const PROOFS = { story, faults, overload };
/** What the command was asked for. */
const asked = (process.env.WOONBRUG_STACK ?? '').split(' ') as (keyof typeof PROOFS)[];

describe('more than one machine', () => {
  let stack: Stack;
  const endedAlone: string[] = [];
  beforeAll(async () => void (stack = await startStack(path.join(HOME, 'test-stack'), { onEnd: (name) => endedAlone.push(name) })), 900_000);
  afterAll(() => stack?.stop(), 120_000);

  for (const each of asked) PROOFS[each](() => stack);

  it('lost nothing that nobody stopped', () => expect(endedAlone).toEqual([]));
});
