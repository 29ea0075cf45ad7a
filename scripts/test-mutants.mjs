// @ts-check
/**
 * `npm run test:mutants`: puts each fault into the privacy book, into the walls and into what runs as their owner, one at a time, and says which
 * test turns red by it. Fails when one survives. `-- book`, `-- walls` or `-- functions`: only these.
 */
import { setUp } from './setup.mjs';
await setUp(import.meta.url);

const { runJest } = await import('./jest.mjs');
await runJest([...process.argv.slice(2), '--testRegex', '/test/mutants/.*\\.spec\\.ts$'], { shows: /^(PASS|FAIL|Tests:) |^ {2,}\d+ {2}|^\d+ mutants|^ +[+-] +"/, env: { WITHOUT_BROWSER: 'true' } });
