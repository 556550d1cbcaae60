import { afterEach, describe, expect, it } from '@jest/globals';
import { apiPaths, modelPullSchema, systemSchema, type ModelPull, type Problem, type System } from '@coverwright/contracts';
import { newApplication, startOllamaStub, type OllamaStub, type StubOptions } from '@coverwright/testing';
import { startTestGateway, type TestGateway } from './test-gateway.ts';

let gateway: TestGateway;
let stub: OllamaStub | null = null;
const started = async (options: StubOptions, env: Record<string, string> = {}) => {
  stub = await startOllamaStub(options);
  gateway = await startTestGateway({ env: { LLM_PROVIDER: 'auto', OLLAMA_HOST: stub.url, ...env } });
  return stub;
};
afterEach(async () => {
  await gateway.close();
  await stub?.close();
  stub = null;
});

const system = async () => systemSchema.parse((await gateway.request<System>('GET', apiPaths.system)).body);
const pull = <T = ModelPull>(model: string) => gateway.request<T>('POST', apiPaths.pullModel, { model });
/** The state changes outside of any request, so this looks again and again. */
const untilSystem = async (fits: (state: System) => boolean) => {
  for (;;) {
    const state = await system();
    if (fits(state)) return state;
  }
};

describe('GET /api/system', () => {
  it('says which model writes, with which window and how fast', async () => {
    const { requests } = await started({ models: ['good:3b'], contextLengths: { good: 4096 }, tokensPerSecond: 200 });
    const { engine } = await system();
    expect(engine).toMatchObject({ provider: 'ollama', configured: 'auto', model: 'good:3b', num_ctx: 4096, context_length: 4096 });
    expect(engine.message).toMatch(/at most 4096 tokens.*LLM_NUM_CTX=8192/);
    const timed = await untilSystem((state) => state.engine.tokens_per_second !== null);
    expect(timed.engine.tokens_per_second).toBeGreaterThan(0);
    const generated = requests.filter(({ phase }) => phase !== null);
    expect(generated.map(({ path, body }) => [path, (body as { options: unknown }).options])).toEqual([
      ['/api/generate', expect.objectContaining({ num_ctx: 4096, num_predict: 16 })],
    ]);
  });

  it('answers at once while the model is timed', async () => {
    await started({ models: ['silent'] });
    await system();
    await stub?.until((requests) => requests.some(({ phase }) => phase === 'prompt'));
    expect((await system()).engine.tokens_per_second).toBeNull();
  });
});

describe('the timing of a model', () => {
  it('gives way to a person who asks something', async () => {
    const { requests } = await started({ models: ['silent'] });
    await system();
    await stub?.until((calls) => calls.some(({ path, phase }) => path === '/api/generate' && phase === 'prompt'));
    const application = await gateway.request<{ id: string }>('POST', apiPaths.applications, newApplication());
    await gateway.request('POST', apiPaths.messages(application.body.id), { content: 'Which of my strengths should I talk about?' });
    await stub?.until((calls) => calls.some(({ path, phase }) => path === '/api/chat' && phase === 'prompt'));
    expect(requests.find(({ path }) => path === '/api/generate')?.disconnected).toBe('prompt');
  });
});

describe('POST /api/system/models/pull', () => {
  it('answers 202 at once, shows how far it is, and writes with the model when it is there', async () => {
    await started({ models: [], pullStepMs: 20 });
    expect((await system()).engine.provider).toBe('offline');
    const { status, body } = await pull('good:3b');
    expect(status).toBe(202);
    expect(modelPullSchema.parse(body)).toMatchObject({ model: 'good:3b', status: 'pulling', percent: null });
    const halfway = await untilSystem(({ pulls }) => (pulls[0]?.percent ?? 0) > 0);
    expect(halfway.pulls[0]).toMatchObject({ model: 'good:3b', total_bytes: 2_019_377_376 });
    const { pulls, engine } = await untilSystem((state) => state.pulls[0]?.status === 'success');
    expect(pulls[0]).toMatchObject({ percent: 100, error: null, finished_at: expect.any(String) });
    expect(engine.model ?? (await system()).engine.model).toBe('good:3b');
  });

  it('joins a pull of the same model that runs', async () => {
    const { requests } = await started({ models: ['good:3b'] });
    const [first, second] = [await pull('endless'), await pull('endless:latest')];
    expect([first.status, second.status]).toEqual([202, 202]);
    await untilSystem(({ pulls }) => (pulls[0]?.percent ?? 0) > 0);
    expect(second.body.started_at).toBe(first.body.started_at);
    expect(requests.filter(({ path }) => path === '/api/pull')).toHaveLength(1);
  });

  it.each([
    ['unknown:1b', 'MODEL_UNKNOWN'],
    ['disk-full', 'DISK_FULL'],
    ['offline', 'OFFLINE'],
  ])('keeps why %s could not be got', async (model, code) => {
    await started({ models: ['good:3b'] });
    await pull(model);
    const { pulls } = await untilSystem((state) => state.pulls[0]?.status === 'failure');
    expect(pulls[0]?.error).toMatchObject({ code, message: expect.any(String), hint: expect.stringMatching(/\.$/) });
  });

  it.each(['https://evil.example/model', 'evil.example/some/model', '../etc', 'two words', ''])(
    'takes only names: not %j',
    async (model) => {
      const { requests } = await started({ models: ['good:3b'] });
      const { status, body } = await pull<Problem>(model);
      expect([status, body.code]).toEqual([400, 'VALIDATION_FAILED']);
      expect(requests.some(({ path }) => path === '/api/pull')).toBe(false);
    },
  );

  it('says that there is no Ollama to get a model with', async () => {
    gateway = await startTestGateway({ env: { LLM_PROVIDER: 'auto', OLLAMA_HOST: 'http://127.0.0.1:2' } });
    const { status, body } = await pull<Problem>('good:3b');
    expect([status, body.code]).toEqual([503, 'MODEL_UNAVAILABLE']);
    expect(body.detail).toContain('ollama serve');
  });
});

describe('POST /api/system/models/pull/cancel', () => {
  const cancel = <T = ModelPull>(model: string) => gateway.request<T>('POST', apiPaths.cancelPull, { model });

  it('ends the download within half a second, and the next one goes on where it stopped', async () => {
    const { requests } = await started({ models: ['good:3b'], pullStepMs: 30 });
    await pull('fresh');
    await untilSystem(({ pulls }) => (pulls[0]?.percent ?? 0) > 20);
    const before = performance.now();
    const { status, body } = await cancel('fresh');
    await stub?.until((all) => all.some(({ disconnected }) => disconnected === 'pulling'));
    expect(performance.now() - before).toBeLessThan(500);
    expect([status, body]).toEqual([
      202,
      expect.objectContaining({ model: 'fresh:latest', status: 'cancelled', finished_at: expect.any(String) }),
    ]);
    expect([body.error, body.message]).toEqual([null, expect.stringContaining('kept')]);
    await pull('fresh:latest');
    const percents: number[] = [];
    await untilSystem(({ pulls }) => {
      if (pulls[0]?.percent) percents.push(pulls[0].percent);
      return pulls[0]?.status === 'success';
    });
    expect(percents[0]).toBeGreaterThanOrEqual(body.percent ?? Infinity);
    expect(requests.filter(({ path }) => path === '/api/pull')).toHaveLength(2);
  });

  it('leaves a download alone that has ended, and knows none that never began', async () => {
    await started({ models: ['good:3b'] });
    await pull('fresh');
    await untilSystem(({ pulls }) => pulls[0]?.status === 'success');
    expect((await cancel('fresh')).body.status).toBe('success');
    const { status, body } = await cancel<Problem>('other:1b');
    expect([status, body.code]).toEqual([404, 'NOT_FOUND']);
  });
});
