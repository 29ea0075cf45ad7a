// @ts-check
/** `npm run generate`: writes the pages that are made from the code; with `--check` it says which are no longer true. */
import { setUp } from './setup.mjs';
await setUp(import.meta.url);

const { run } = await import('./build.mjs');
const check = process.argv.includes('--check');

try {
  // Checked right after a build: what runs is what is there.
  if (!check) await run('nest', ['build']);
  process.stdout.write(await run('dist/apps/setup/src/pages/main.js', check ? ['--check'] : []));
  await run('graphql-codegen', ['--config', 'apps/web/codegen.ts', '--silent', ...(check ? ['--check'] : [])]).catch((error) => {
    throw new Error(check ? 'Not up to date: apps/web/src/generated/graphql. Run: npm run generate' : error.message);
  });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
