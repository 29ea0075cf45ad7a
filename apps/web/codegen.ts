import type { CodegenConfig } from '@graphql-codegen/cli';

/** Types of every question and answer, from the contract: `npx graphql-codegen --config apps/web/codegen.ts` at the root. */
const config: CodegenConfig = {
  schema: 'docs/schema.graphql',
  documents: ['apps/web/src/**/*.graphql'],
  generates: {
    'apps/web/src/generated/graphql/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: { documentMode: 'string', useTypeImports: true, enumsAsTypes: true, skipTypename: true, scalars: { ID: 'string', Moment: 'string', Day: 'string' }, defaultScalarType: 'unknown', strictScalars: true },
    },
  },
};
export default config;
