import { setTimeout as sleep } from 'node:timers/promises';
import { type Context, ROOT_CONTEXT, type Span, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import type { Operation, Watcher } from '#kernel';
import { openName, OTHER, textOf } from './watch.words.js';

/** How long the end of a process waits for a collector to take the last spans. */
const PATIENCE = 2000;

/**
 * Spans of requests, doors and statements for an OpenTelemetry collector. Made from what the house itself tells of its operations, not by hooks in
 * libraries: those would send addresses with secrets, the question as it was typed, and who asked. Nor does a client choose the number of a trace.
 */
export function tracing(app: string, endpoint: string): { watcher: Watcher; stop(): Promise<void> } {
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': `woonbrug-${app}` }),
    spanProcessors: [new BatchSpanProcessor({ exporter: new OTLPTraceExporter({ url: `${endpoint}/v1/traces` }) })],
  });
  const tracer = provider.getTracer('woonbrug');
  const spans = new WeakMap<Operation, Span>();
  const below = (operation: Operation | undefined): Context => {
    const span = operation && spans.get(operation);
    return span ? trace.setSpan(ROOT_CONTEXT, span) : ROOT_CONTEXT;
  };
  const watcher: Watcher = {
    begins(operation) {
      spans.set(operation, tracer.startSpan(OTHER, { kind: operation.within ? SpanKind.INTERNAL : SpanKind.SERVER, startTime: moment(operation.from) }, below(operation.within)));
    },
    asks(operation, { sql, from, to }) {
      const everyday = openName(operation.name) !== OTHER;
      const attributes = { 'db.system.name': 'postgresql', ...(everyday && { 'db.query.text': textOf(sql.text) }) };
      tracer.startSpan(everyday && sql.name ? sql.name : 'statement', { kind: SpanKind.CLIENT, startTime: moment(from), attributes }, below(operation)).end(moment(to));
    },
    ends(operation, outcome) {
      const span = spans.get(operation)!;
      span.updateName(openName(operation.name));
      span.setAttributes({ 'woonbrug.outcome': outcome, 'woonbrug.statements': operation.statements });
      if (/^(INTERNAL|UNAVAILABLE|5\d\d)$/.test(outcome)) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end(moment(operation.to));
    },
  };
  return { watcher, stop: () => Promise.race([provider.shutdown(), sleep(PATIENCE, undefined, { ref: false })]) };
}

const moment = (at: number): number => performance.timeOrigin + at;
