import type { CodegenConfig } from '@graphql-codegen/cli';

/** Types of every question and answer, from the contract: `npx graphql-codegen --config apps/web/codegen.ts` at the root. */
const config: CodegenConfig = {
  schema: 'docs/schema.graphql',
  documents: ['apps/web/src/**/*.graphql'],
  generates: {
    'apps/web/src/generated/graphql/': {
      preset: 'client',
      // By its hash the api knows a question that the web app asks (PERSISTED_ONLY).
      presetConfig: { fragmentMasking: false, persistedDocuments: { hashAlgorithm: 'sha256' } },
      config: { documentMode: 'string', useTypeImports: true, enumsAsTypes: true, skipTypename: true, scalars: { ID: 'string', Moment: 'string', Day: 'string' }, defaultScalarType: 'unknown', strictScalars: true },
    },
  },
};
export default config;
