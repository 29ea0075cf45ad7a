import optimizeLocales from '@react-aria/optimize-locales-plugin';
import react from '@vitejs/plugin-react';
import { readFileSync } from 'node:fs';
import { defineConfig, type Plugin } from 'vite';

// The browser's address is passed on: the sign-in builds its own addresses from it.
const api = { target: process.env.API_URL ?? 'http://127.0.0.1:3000', changeOrigin: false };

/** What the api must know of the web app that it serves: its questions, by their hash. */
const questions: Plugin = {
  name: 'questions',
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: 'questions.json', source: readFileSync(new URL('src/generated/graphql/persisted-documents.json', import.meta.url)) });
  },
};

export default defineConfig({
  plugins: [{ ...optimizeLocales.vite({ locales: ['nl-NL'] }), enforce: 'pre' }, react(), questions],
  // No data: addresses in what we ship, so that the content security policy needs none.
  build: { outDir: '../../dist/web', emptyOutDir: true, target: 'es2023', assetsInlineLimit: 0 },
  // Only for `npm run dev`: the browser sees one address, as it does in the real thing.
  server: { port: 5173, strictPort: true, proxy: { '/graphql': api, '/realms': api, '/session': api, '/import': api, '/sign': api, '/signal': api, '/config.json': api } },
});
