/** The floors of the house: kernel ← directory ← dossiers (which also builds on files) ← clients ← slices ← privacy ← apps; the web stands apart. */
const slices = 'notices|referrals|consults|imports|oversight|mediation';
const floor = (name, above) => ({ name, severity: 'error', from: { path: `^libs/(${name})/` }, to: { path: `^(libs/(${above})/|apps/|migrations/)` } });
module.exports = {
  forbidden: [
    { name: 'no-circle', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    { name: 'nothing-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
    floor('files', `kernel|directory|dossiers|clients|${slices}|privacy`),
    floor('kernel', `files|directory|dossiers|clients|${slices}|privacy`),
    floor('directory', `dossiers|clients|${slices}|privacy`),
    floor('dossiers', `clients|${slices}|privacy`),
    floor('clients', `${slices}|privacy`),
    floor(slices, 'privacy'),
    { name: 'libs-know-no-app', severity: 'error', from: { path: '^libs/' }, to: { path: '^(apps|migrations)/' } },
    // What seals a context is made alike on both sides (record 30).
    { name: 'migrations-know-no-code', severity: 'error', from: { path: '^migrations/' }, to: { path: '^(libs|apps)/', pathNot: '^libs/kernel/src/work/context-key\\.ts$' } },
    { name: 'web-stands-apart', severity: 'error', from: { path: '^apps/web/' }, to: { path: '^(libs|apps/(?!web/)|migrations)/' } },
    { name: 'doors-know-no-database', severity: 'error', from: { path: '\\.(resolver|controller)\\.ts$' }, to: { path: 'node_modules/(typeorm|pg|@nestjs/typeorm)/' } },
    { name: 'only-work-and-reading-touch-the-database', severity: 'error', from: { path: '^libs/', pathNot: '^libs/kernel/src/(work|reading|schema)/|\\.spec\\.ts$' }, to: { path: 'node_modules/(typeorm|pg|@nestjs/typeorm)/' } },
    { name: 'words-know-no-machine', severity: 'error', from: { path: '\\.workflow\\.ts$|^libs/privacy/' }, to: { path: 'node_modules/(@nestjs|typeorm|graphql)/' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^apps/web/src/generated/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { conditionNames: ['woonbrug-source', 'import', 'node', 'default', 'types'], exportsFields: ['exports'] },
  },
};
