import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { OllamaClient, type ProgressLimits } from '@coverwright/server';
import { badContentBehaviours, startOllamaStub, type OllamaStub } from '@coverwright/testing';
import { composeLetter } from '../src/compose-letter.ts';
import { testApplications } from './test-applications.ts';

const numCtx = 4096;
const callLimit = 9;
/** Three letters of up to nine calls, on a machine that is busy with other suites. */
const patience = 60_000;
const applications = Object.entries(testApplications);
/** What the stub's inventing models say and no resume here does. */
const inventions =
  /Google|Siemens|Stanford|Hyperloom|Forbes|Six Sigma|PRINCE2|Deloitte|Mandarin|Finnish|United Nations|national award|certified expert|40,000|world-class|visionary|Kubernetes|SAP|trauma|312|patents|NASA|John Smith|portfolio|freemail/;
const junk = /[[\]{}<>|#*_`]|\bDear\b.*\bDear\b|Sure!|Note:|Word count|\b[REKPNJ]\d\b|\bthe applicant\b|\bund\b|\bsich\b/su;

let stub: OllamaStub;
beforeAll(async () => {
  stub = await startOllamaStub();
});
afterAll(() => stub.close());

async function compose(mode: string, request: (typeof applications)[number][1], limits?: Partial<ProgressLimits>) {
  const before = stub.requests.length;
  let streamed = '';
  const letter = await composeLetter(request, {
    model: new OllamaClient({ host: stub.url, model: mode, numCtx, limits }),
    numCtx,
    signal: new AbortController().signal,
    onStep: () => undefined,
    onDraft: (text) => (streamed += text),
  });
  return { letter, streamed, calls: stub.requests.length - before };
}

describe('composeLetter with a model that answers badly', () => {
  it('knows at least twenty ways to answer badly', () => {
    expect(badContentBehaviours.length).toBeGreaterThanOrEqual(20);
  });

  it.each(badContentBehaviours)(
    'ends in a clean letter for three trades when the model is of the kind %s',
    async (mode) => {
      for (const [, request] of applications) {
        const { letter, streamed, calls } = await compose(mode, request);
        expect(letter.checks.filter(({ hard, passed }) => hard && !passed)).toEqual([]);
        expect(letter.content).not.toMatch(inventions);
        expect(letter.content.replaceAll(request.application.company_name, '')).not.toMatch(junk);
        expect(streamed).not.toMatch(inventions);
        if (letter.generator !== 'offline') expect(letter.content).toContain(streamed.trim());
        expect(calls).toBeLessThanOrEqual(callLimit);
      }
    },
    patience,
  );

  it.each(['silent', 'stall', 'reset', 'no-done', 'error-before', 'error-inside', 'html-502', 'busy'])(
    'still ends in a letter when the server fails as %s',
    async (mode) => {
      const { letter, calls } = await compose(mode, testApplications.nurse, { firstTokenMs: 400, idleMs: 400 });
      expect(letter.checks.filter(({ hard, passed }) => hard && !passed)).toEqual([]);
      expect(letter).toMatchObject({
        generator: 'offline',
        checks: expect.arrayContaining([expect.objectContaining({ name: 'model_used', passed: false })]),
      });
      expect(calls).toBe(1);
    },
  );
});

describe('composeLetter with a model that answers well', () => {
  it.each(applications)('lets it write most of the letter of a person in %s', async (_, request) => {
    const { letter, streamed, calls } = await compose('good', request);
    expect(letter.generator).toBe('ollama:good');
    expect(letter.checks.filter(({ passed }) => !passed)).toEqual([]);
    expect(letter.content).toContain(streamed.trim());
    expect(calls).toBeLessThanOrEqual(callLimit);
  });

  it('sends only prompts that fit the smallest usual window', () => {
    expect(stub.requests.filter(({ truncated }) => truncated)).toEqual([]);
  });
});
