import { EventEmitter, once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface CollectedSpan {
  service: string;
  name: string;
  traceId: string;
  spanId: string;
  /** Empty for the first of a trace. */
  parentSpanId: string;
  attributes: Record<string, unknown>;
}

interface Batch {
  resourceSpans: {
    resource: { attributes: Attribute[] };
    scopeSpans: { spans: (Omit<CollectedSpan, 'service' | 'attributes'> & { attributes: Attribute[] })[] }[];
  }[];
}
interface Attribute {
  key: string;
  value: Record<string, unknown>;
}

/** A collector of OpenTelemetry traces that keeps them in memory. */
export class TraceCollector {
  readonly spans: CollectedSpan[] = [];
  readonly #changes = new EventEmitter();
  readonly #server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      this.#take(JSON.parse(Buffer.concat(chunks).toString()) as Batch);
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    });
  });

  /** Resolves with the endpoint to send to. */
  async listen(): Promise<string> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async until(found: (spans: readonly CollectedSpan[]) => boolean): Promise<void> {
    while (!found(this.spans)) await once(this.#changes, 'spans');
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  #take({ resourceSpans }: Batch): void {
    for (const { resource, scopeSpans } of resourceSpans) {
      const service = String(toRecord(resource.attributes)['service.name']);
      for (const span of scopeSpans.flatMap(({ spans }) => spans)) {
        const { name, traceId, spanId, parentSpanId = '', attributes } = span;
        this.spans.push({ service, name, traceId, spanId, parentSpanId, attributes: toRecord(attributes) });
      }
    }
    this.#changes.emit('spans');
  }
}

const toRecord = (attributes: Attribute[]): Record<string, unknown> =>
  Object.fromEntries(attributes.map(({ key, value }) => [key, Object.values(value)[0]]));
