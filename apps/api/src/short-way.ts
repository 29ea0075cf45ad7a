import type { ApolloServerPlugin, GraphQLRequestListener, GraphQLServerContext } from '@apollo/server';
import type { Request, RequestHandler, Response } from 'express';
import type { DocumentNode, ExecutionResult, GraphQLError, GraphQLFormattedError, GraphQLSchema } from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import { asText, withTexts, written } from './texts.js';

type Ask = CompiledQuery['query'];
/** What Apollo let through: it was parsed and checked against the schema and every limit. `text`: the same with finished answers, null where none can be. */
type Known = { document: DocumentNode; operationName: string | undefined; ask?: Ask | null; text?: Ask | null };
type Body = { query: string; operationName?: string | null; variables?: { [name: string]: unknown } | null };
/** Who asks. */
type Context<Asking> = (asked: { req: Request }) => Promise<Asking>;
/** What must be known before a question is answered. */
type Before = (document: DocumentNode, schema: GraphQLSchema) => Promise<unknown>;
type Shown = (formatted: GraphQLFormattedError, thrown: unknown) => GraphQLFormattedError;

/** The most texts that are kept, and the length of one in characters. */
const KEPT = 1000;
const LONGEST = 20_000;

/**
 * Answers a question that was asked before, in the same words, without Apollo's pipeline: it is compiled once. The doors are those of
 * the schema, with their guards and pipes; who asks is known in the same way. What is odd in any way goes on to Apollo, which says why.
 */
export class ShortWay<Asking extends object = object> implements ApolloServerPlugin {
  /** How many questions went this way. */
  answered = 0;
  private readonly known = new Map<string, Known>();
  private schema: GraphQLSchema | undefined;
  private texts: GraphQLSchema | undefined;

  /**
   * @param shown an error as it may be told
   * @param finishes whether who asks can have finished text
   */
  constructor(
    readonly context: Context<Asking>,
    readonly before: Before,
    readonly shown: Shown,
    private readonly finishes: (asking: Asking) => boolean,
  ) {}

  serverWillStart({ schema }: GraphQLServerContext): Promise<void> {
    this.schema = schema;
    this.texts = withTexts(schema);
    return Promise.resolve();
  }

  requestDidStart(): Promise<GraphQLRequestListener<object>> {
    return Promise.resolve({
      didResolveOperation: async ({ source, schema, document, operation, request: { operationName = undefined } }) => {
        // What asks for the schema itself is no work of anybody.
        if (operation && source.length <= LONGEST && !/\b__(schema|type)\b/.test(source)) this.learn(nameOf(source, operationName), { document, operationName });
        await this.before(document, schema);
      },
    });
  }

  readonly answer: RequestHandler = (request, response, next) => {
    const body = plain(request);
    const known = body && this.known.get(nameOf(body.query, body.operationName));
    if (!known || !this.compiled(known)) return next();
    this.asked(known, body.variables ?? {}, request, response).then((isAnswered) => (isAnswered ? (this.answered += 1) : next()), next);
  };

  /** @returns whether it could be answered here; when not, nothing was done yet */
  private async asked(known: Known, variables: object, request: Request, response: Response): Promise<boolean> {
    const context = await this.context({ req: request }).then((who) => this.before(known.document, this.schema!).then(() => who)).catch(() => null);
    if (!context) return false;
    const ask = (this.finishes(context) ? known.text : null) ?? known.ask!;
    const { data, errors } = (await ask(undefined, context, variables)) as ExecutionResult;
    if (data === undefined) return false;
    const told = errors?.map((error) => this.told(error));
    const body = `{${told ? `"errors":${JSON.stringify(told.map(({ error }) => error))},` : ''}"data":${written(data)}}\n`;
    response.writeHead(told?.findLast(({ status }) => status)?.status ?? 200, { 'Content-Type': 'application/json; charset=utf-8', 'Content-Length': Buffer.byteLength(body) });
    response.end(body);
    return true;
  }

  /** As Apollo tells it: the status that an error names is that of the answer. */
  private told({ message, path, extensions, originalError }: GraphQLError): { error: GraphQLFormattedError; status?: number } {
    const { http, ...more } = extensions as { http?: { status?: number } };
    return { error: this.shown({ message, path, extensions: more }, originalError ?? new Error(message)), status: http?.status };
  }

  private learn(name: string, known: Known): void {
    if (this.known.has(name)) return;
    // Everybody who is somebody may think of new words: the oldest make room.
    if (this.known.size >= KEPT) this.known.delete(this.known.keys().next().value!);
    this.known.set(name, known);
  }

  /** Compiled when it comes a second time. @returns whether it can be answered here */
  private compiled(known: Known): boolean {
    if (known.ask === undefined) {
      const text = asText(this.schema!, known.document, known.operationName);
      known.ask = compiledIn(this.schema!, known.document, known.operationName);
      known.text = text && compiledIn(this.texts!, text, known.operationName);
    }
    return known.ask !== null;
  }
}

function compiledIn(schema: GraphQLSchema, document: DocumentNode, operationName: string | undefined): Ask | null {
  const compiled = compileQuery(schema, document, operationName);
  return isCompiledQuery(compiled) ? compiled.query : null;
}

const nameOf = (text: string, operationName: string | null = null): string => `${operationName ?? ''}\n${text}`;

const isRecord = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);

/** A question in the form that every client of ours uses; null for any other. */
function plain(request: Request): Body | null {
  const { query, operationName, variables, ...more } = (isRecord(request.body) ? request.body : {}) as { [name: string]: unknown };
  const isPlain =
    typeof query === 'string' && (operationName == null || typeof operationName === 'string') && (variables == null || isRecord(variables)) && !Object.keys(more).length &&
    /^(\*\/\*|application\/json)?$/.test(request.headers.accept ?? '');
  return isPlain ? (request.body as Body) : null;
}
