import { expect, test } from '@playwright/test';
import { TraceCollector, type CollectedSpan } from './trace-collector.ts';
import { startWorld } from './world.ts';

test('a run is one trace, from the request that started it to every call of the model', async () => {
  const collector = new TraceCollector();
  const world = await startWorld({
    model: {},
    env: { OTEL_EXPORTER_OTLP_ENDPOINT: await collector.listen(), OTEL_BSP_SCHEDULE_DELAY: '100' },
  });
  try {
    await world.api.useSampleResume();
    const application = await world.api.createApplication();
    await world.api.finished(await world.api.start(application.id, { action: 'research_then_write', url: `${world.site.url}/about` }));
    await collector.until((spans) => spans.some(({ name }) => name === 'write step'));

    const request = collector.spans.find(({ name }) => name === 'POST /api/applications/{id}/orchestrate') as CollectedSpan;
    const ofRun = collector.spans.filter(({ traceId }) => traceId === request.traceId);
    const [research, write] = ['research step', 'write step'].map((step) => ofRun.find(({ name }) => name === step) as CollectedSpan);
    expect(request).toMatchObject({ service: 'coverwright-gateway', parentSpanId: '', attributes: { 'http.response.status_code': 202 } });
    expect(research).toMatchObject({ service: 'coverwright-researcher', parentSpanId: request.spanId });
    expect(write).toMatchObject({
      service: 'coverwright-writer',
      parentSpanId: request.spanId,
      attributes: { application_id: application.id },
    });
    const inside = (step: CollectedSpan | undefined, name: string) =>
      ofRun.filter((span) => span.name === name && span.parentSpanId === step?.spanId);
    expect(inside(research, 'read page').map(({ attributes }) => attributes.outcome)).toContain('fetched');
    expect(inside(write, 'model call').length).toBeGreaterThan(2);
    expect(JSON.stringify(collector.spans)).not.toMatch(/Harrow|127\.0\.0\.1/);
  } finally {
    await world.close();
    collector.close();
  }
});
