// @ts-check
/** `npm run test:clamav`: the scanner's side of attachments, with a real clamd. Not in `npm test`, for not every machine has one; without one it fails. */
import { setUp } from './setup.mjs';
await setUp(import.meta.url);

const { runJest } = await import('./jest.mjs');
await runJest(['--testRegex', '/test/scanner/.*\\.spec\\.ts$'], { shows: /^(PASS|FAIL|Tests:)/, env: { WITHOUT_BROWSER: 'true' } });
