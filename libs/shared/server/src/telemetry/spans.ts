import { context, propagation, ROOT_CONTEXT, SpanKind, SpanStatusCode, trace, type Attributes, type Span } from '@opentelemetry/api';

export { SpanKind };
export type { Span };

const tracer = () => trace.getTracer('coverwright');

export interface SpanOptions {
  kind?: SpanKind;
  /** Ids, counts and closed sets of values; never what a person or a page wrote. */
  attributes?: Attributes;
  /** W3C `traceparent` of what caused this work in another process; `null` begins a trace. Without it, the span around this one. */
  parent?: string | null;
}

/** Does the work within a span, which ends with it. Costs next to nothing while no traces are collected. */
export function inSpan<T>(
  name: string,
  { kind = SpanKind.INTERNAL, attributes = {}, parent }: SpanOptions,
  work: (span: Span) => Promise<T>,
): Promise<T> {
  const around = parent === undefined ? context.active() : contextOf(parent);
  return tracer().startActiveSpan(name, { kind, attributes }, around, async (span) => {
    try {
      return await work(span);
    } catch (error) {
      span.setStatus({ code: SpanStatusCode.ERROR, message: (error as Error).name });
      throw error;
    } finally {
      span.end();
    }
  });
}

/** The span around this code, as work in another process can name it for its parent. Undefined while no traces are collected. */
export function traceparent(): string | undefined {
  const carrier: { traceparent?: string } = {};
  propagation.inject(context.active(), carrier);
  return carrier.traceparent;
}

const contextOf = (parent: string | null) => (parent === null ? ROOT_CONTEXT : propagation.extract(ROOT_CONTEXT, { traceparent: parent }));
