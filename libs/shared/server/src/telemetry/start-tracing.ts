/**
 * Sends the spans of this process to a collector, with OTLP over HTTP. Loaded only when one is set: most people have none, and it is the
 * largest thing a service could load. Resolves with what sends the last of them.
 */
export async function startTracing(service: string, endpoint: string): Promise<() => Promise<void>> {
  const [{ BatchSpanProcessor, NodeTracerProvider }, { OTLPTraceExporter }, { resourceFromAttributes }] = await Promise.all([
    import('@opentelemetry/sdk-trace-node'),
    import('@opentelemetry/exporter-trace-otlp-http'),
    import('@opentelemetry/resources'),
  ]);
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({ 'service.name': `coverwright-${service}` }),
    spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter({ url: new URL('v1/traces', withSlash(endpoint)).href }))],
  });
  provider.register();
  return () => provider.shutdown();
}

const withSlash = (address: string): string => (address.endsWith('/') ? address : `${address}/`);
