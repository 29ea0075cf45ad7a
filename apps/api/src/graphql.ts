import { ApolloServerPluginCacheControlDisabled, ApolloServerPluginUsageReportingDisabled } from '@apollo/server/plugin/disabled';
import { unwrapResolverError } from '@apollo/server/errors';
import type { ApolloDriverConfig } from '@nestjs/apollo';
import { type DynamicModule, Module, ValidationPipe, type ValidationError } from '@nestjs/common';
import type { Request } from 'express';
import { type DocumentNode, getNamedType, GraphQLError, type GraphQLFormattedError, type GraphQLSchema, TypeInfo, visit, visitWithTypeInfo } from 'graphql';
import { Calendars, DirectoryModule, Term } from '#directory';
import { type Asked, type FieldFault, Identity, Reading, Refusal, refusalOf, REFUSALS } from '#kernel';
import { LIMITS, limitPlugins, limits } from './limits.js';
import { ShortWay } from './short-way.js';

/** What both ways to an answer have in common: who asks is known before the question is read, and what is told of what went wrong. */
@Module({})
export class ShortWayModule {
  static with(demo: boolean): DynamicModule {
    const useFactory = (identity: Identity, calendars: Calendars, reading: Reading) =>
      new ShortWay<Required<Asked>>(
        async ({ req }): Promise<Required<Asked> & { req: Request }> => ({ req, actor: await identity.actorOf(req).catch(refused) }),
        // By the calendar of this moment, whichever process changed it.
        async (document, schema) => tellsTerms(document, schema) && calendars.refresh().catch(refused),
        (formatted, error) => shown(formatted, error, demo),
        ({ actor }) => reading.finishes(actor),
      );
    return { module: ShortWayModule, imports: [DirectoryModule], providers: [{ provide: ShortWay, inject: [Identity, Calendars, Reading], useFactory }], exports: [ShortWay] };
  }
}

/** The one address for questions. */
export function graphqlOptions(shortWay: ShortWay, demo: boolean): Omit<ApolloDriverConfig, 'driver'> {
  return {
    autoSchemaFile: true,
    sortSchema: true,
    csrfPrevention: true,
    introspection: demo,
    playground: false,
    includeStacktraceInErrorResponses: false,
    // Nest would answer 200 to whatever went wrong inside a door, also where Refusal names a status.
    preserveHttpStatusForExecutionErrors: false,
    allowBatchedHttpRequests: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: LIMITS.tokens },
    validationRules: limits,
    persistedQueries: false,
    // Apollo ships its types twice, for import and require; these are the same plugins.
    plugins: [shortWay, ...limitPlugins, ApolloServerPluginCacheControlDisabled(), ApolloServerPluginUsageReportingDisabled()] as unknown as ApolloDriverConfig['plugins'],
    context: shortWay.context,
    formatError: shortWay.shown,
  };
}

const termsIn = new WeakMap<DocumentNode, boolean>();

/** Whether an answer tells what is left of a term. */
function tellsTerms(document: DocumentNode, schema: GraphQLSchema): boolean {
  const known = termsIn.get(document);
  if (known !== undefined) return known;
  let tells = false;
  const types = new TypeInfo(schema);
  visit(document, visitWithTypeInfo(types, { Field: () => void (tells ||= getNamedType(types.getType())?.name === Term.name) }));
  termsIn.set(document, tells);
  return tells;
}

function refused(error: unknown): never {
  const refusal = refusalOf(error);
  throw new GraphQLError(refusal.message, { extensions: { ...refusal.extensions } });
}

const BAD_REQUESTS = new Set(['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT', 'BAD_REQUEST', 'OPERATION_RESOLUTION_FAILURE', 'PERSISTED_QUERY_NOT_FOUND', 'PERSISTED_QUERY_NOT_SUPPORTED']);

/** The closed list of codes; no text that we did not write ourselves reaches a person. */
function shown(formatted: GraphQLFormattedError, thrown: unknown, demo: boolean): GraphQLFormattedError {
  const { path, extensions: { code } = {} } = formatted;
  const at = path ? { path } : {};
  if (BAD_REQUESTS.has(String(code))) {
    const ours = /\blimit of \d+ exceeded|more tha[nt] \d+ tokens/i.test(formatted.message) ? 'LIMIT' : 'BAD_REQUEST';
    return { message: REFUSALS[ours], extensions: { code: ours, ...(demo && { detail: formatted.message }) }, ...at };
  }
  if (code === 'UNAUTHENTICATED' || code === 'UNAVAILABLE') return { message: formatted.message, extensions: { code }, ...at };
  const { code: ours, message, more } = refusalOf(unwrapResolverError(thrown));
  return { message, extensions: { code: ours, ...more }, ...at };
}

/** Checks inputs by their own decorators; what is wrong is told per field, in Dutch. */
export const inputChecks = new ValidationPipe({
  transform: true,
  forbidUnknownValues: false,
  exceptionFactory: (errors) => new Refusal('INVALID', undefined, { fields: errors.flatMap((error) => faultsOf(error)) }),
});

function faultsOf({ property, constraints, children }: ValidationError): FieldFault[] {
  // Of several, the one that a person must not overlook.
  const message = constraints?.noNationalNumber ?? Object.values(constraints ?? {})[0];
  return [...(message ? [{ field: property, message }] : []), ...(children ?? []).flatMap((child) => faultsOf(child))];
}
