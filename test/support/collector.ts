import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { freePort } from '../../scripts/ports.mjs';

type Attribute = { key: string; value: { stringValue?: string; intValue?: number } };
export type Span = { traceId: string; spanId: string; parentSpanId?: string; name: string; attributes: Attribute[]; status: { message?: string; code?: number } };
type Exported = { resourceSpans: { resource: { attributes: Attribute[] }; scopeSpans: { spans: Span[] }[] }[] };

/** An OpenTelemetry collector on a port of its own, which keeps what it took, as it came over the wire. */
export class Collector {
  readonly bodies: string[] = [];
  private server: Server | undefined;
  url = '';

  async open(): Promise<this> {
    const port = await freePort();
    this.url = `http://127.0.0.1:${port}`;
    this.server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        if (request.method === 'POST' && request.url === '/v1/traces') this.bodies.push(Buffer.concat(chunks).toString());
        response.setHeader('content-type', 'application/json').end('{}');
      });
    }).listen(port, '127.0.0.1');
    await once(this.server, 'listening');
    return this;
  }

  get spans(): Span[] {
    return this.exported.flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans));
  }

  /** What the sender says of itself. */
  get senders(): object[] {
    return this.exported.map(({ resource }) => Object.fromEntries(resource.attributes.map(({ key, value }) => [key, value.stringValue])));
  }

  close(): void {
    this.server?.closeAllConnections();
    this.server?.close();
  }

  private get exported(): Exported['resourceSpans'] {
    return this.bodies.flatMap((body) => (JSON.parse(body) as Exported).resourceSpans);
  }
}
