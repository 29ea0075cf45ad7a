export default {
  testEnvironment: 'node',
  // The sources, not the build: see "imports" in package.json.
  testEnvironmentOptions: { customExportConditions: ['woonbrug-source', 'node', 'node-addons'] },
  roots: ['<rootDir>/apps/api', '<rootDir>/apps/worker', '<rootDir>/libs', '<rootDir>/test'],
  // Each file has a portal and a pool of connections of its own.
  maxWorkers: 2,
  // Also for one file: in the process of the global set-up, which loaded the build, each library would be there twice.
  workerIdleMemoryLimit: '2GB',
  // What needs a program that not every machine has: npm run test:clamav, test:keycloak, test:backup, stack:local.
  testRegex: '^(?!.*/test/(?:scanner|keycloak|backup|mutants|stack)/).*\\.spec\\.ts$',
  globalSetup: '<rootDir>/test/support/global-setup.mjs',
  globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
  testTimeout: 90_000,
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2023',
          keepClassNames: true,
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
        },
        module: { type: 'es6' },
      },
    ],
  },
};
