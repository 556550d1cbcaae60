import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { apiPaths, type Application, type Orchestration } from '@coverwright/contracts';
import { databaseKinds, newVersion, startLine, type Line } from '@coverwright/testing';
import { startTestGateway, type TestGateway } from './test-gateway.ts';

describe.each(databaseKinds)('GET /metrics (%s)', (kind) => {
  let gateway: TestGateway;
  let line: Line | undefined;

  beforeAll(async () => {
    gateway = await startTestGateway({ database: kind });
  });
  afterAll(async () => {
    await line?.close();
    await gateway.close();
  });

  const read = async (): Promise<string> => {
    const { status, headers, bytes } = await gateway.download(apiPaths.metrics);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
    return new TextDecoder().decode(bytes);
  };
  const valueOf = (text: string, series: string): number => {
    const found = text.split('\n').find((each) => each.startsWith(`${series} `));
    return found === undefined ? NaN : Number(found.slice(series.length + 1));
  };
  const start = async (): Promise<string> => {
    const { body } = await gateway.request<Application>('POST', apiPaths.applications, { company_name: 'Holm Lodge', job_title: 'Nurse' });
    return (await gateway.request<{ job_id: string }>('POST', apiPaths.orchestrate(body.id), { action: 'write_only' })).body.job_id;
  };

  it('tells what waits in the queue and for how long, and which parts work', async () => {
    await start();
    const text = await read();
    expect(valueOf(text, 'coverwright_queue_jobs{queue="write",state="waiting"}')).toBe(1);
    expect(valueOf(text, 'coverwright_runs_open{status="pending"}')).toBe(1);
    expect(valueOf(text, 'coverwright_runs_open_oldest_seconds{status="pending"}')).toBeGreaterThanOrEqual(0);
    for (const part of ['database', 'queue', 'storage']) expect(valueOf(text, `coverwright_part_up{part="${part}"}`)).toBe(1);
    expect(valueOf(text, 'coverwright_event_stream_clients')).toBe(0);
  });

  it('counts the steps that ended, and how long they took', async () => {
    const jobId = await start();
    const ended = gateway.events(apiPaths.orchestrationEvents(jobId)).until((event) => (event.data as Orchestration).status === 'success');
    line = await startLine(gateway.parts, {
      research: () => Promise.resolve(),
      write: async (run) => void (await run.finishWithDocument(newVersion(run.job.application_id, { job_id: run.job.id }), 0)),
    });
    await ended;
    await line.close();
    line = undefined;
    const text = await read();
    expect(valueOf(text, 'coverwright_steps_total{outcome="done",step="write"}')).toBe(2);
    expect(valueOf(text, 'coverwright_step_seconds_count{step="write"}')).toBe(2);
    expect(valueOf(text, 'coverwright_step_seconds_bucket{le="+Inf",step="write"}')).toBe(2);
    expect(valueOf(text, 'coverwright_runs_open{status="pending"}')).toBeNaN();
  });

  it('has everything that the dashboard shows', async () => {
    const described = new Set([...(await read()).matchAll(/^# TYPE (\S+) /gm)].map(([, name]) => name));
    const dashboard = await readFile(new URL('../../../docs/grafana-dashboard.json', import.meta.url), 'utf8');
    const asked = [...dashboard.matchAll(/coverwright_\w+/g)].map(([name]) => name.replace(/_(?:bucket|sum|count)$/, ''));
    expect(asked.length).toBeGreaterThan(9);
    expect(asked.filter((name) => !described.has(name))).toEqual([]);
  });

  it('has only lines that Prometheus can read', async () => {
    const sample = /^[a-z_]+(?:\{[a-z]+="[^"\\\n]*"(?:,[a-z]+="[^"\\\n]*")*\})? -?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/;
    const lines = (await read()).trimEnd().split('\n');
    expect(lines.filter((each) => !each.startsWith('# ') && !sample.test(each))).toEqual([]);
  });
});
