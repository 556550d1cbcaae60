import { collectEvidence, OllamaClient, verifyLetter } from '@coverwright/server';
import { badContentBehaviours, startOllamaStub, type OllamaStub } from '@coverwright/testing';
import type { ComposedLetter, LetterOptions, LetterRequest } from '../../services/writer/src/letter-request.ts';
import { testApplications } from '../../services/writer/test/test-applications.ts';
import { loadBuilt } from '../corpora/load-built.ts';
import type { BenchContext } from './benches.ts';
import { percentile } from './flow/percentile.ts';
import { sayMode, type ModeRow } from './letters/say-mode.ts';
import { shareFourGrams } from './letters/share-four-grams.ts';

type Compose = (request: LetterRequest, options: LetterOptions) => Promise<ComposedLetter>;

const numCtx = 4096;
const rounds = 30;
const companies = ['Larkfield Trust', 'Brindle & Moss', 'Northgate Collective'];
const requests = Object.values(testApplications);

/** What letters cost and whether they are clean: offline, and with a model that answers badly in every way the stub knows, for three trades. */
export const benchLetters = async ({ signal, say }: BenchContext): Promise<void> => {
  const { composeLetter } = await loadBuilt<{ composeLetter: Compose }>('services/writer/dist/compose-letter.js');
  const compose = (request: LetterRequest, model: LetterOptions['model']): Promise<ComposedLetter> =>
    composeLetter(request, { model, numCtx, signal, onStep: () => undefined, onDraft: () => undefined });
  await measureOffline(compose, say);
  await measureSharing(compose, say);
  const stub = await startOllamaStub();
  try {
    await measureModes(compose, stub, say);
  } finally {
    await stub.close();
  }
};

const measureOffline = async (
  compose: (request: LetterRequest, model: null) => Promise<ComposedLetter>,
  say: (line: string) => void,
): Promise<void> => {
  const times: number[] = [];
  const checking: number[] = [];
  let unsupported = 0;
  let failedHard = 0;
  for (let round = 0; round <= rounds; round += 1) {
    for (const request of requests) {
      const changed = { ...request, application: { ...request.application, id: `${request.application.id.slice(0, -2)}${round}` } };
      const began = performance.now();
      const letter = await compose(changed, null);
      const written = performance.now();
      verifyLetter(letter.content, collectEvidence(changed));
      // The first round warms everything up and does not count.
      if (round > 0) times.push(written - began);
      if (round > 0) checking.push(performance.now() - written);
      unsupported += letter.provenance.filter(({ status }) => status === 'unsupported').length;
      failedHard += letter.checks.filter(({ hard, passed }) => hard && !passed).length;
    }
  }
  const [p50, p95, check] = [percentile(times, 0.5), percentile(times, 0.95), percentile(checking, 0.5)];
  say(
    `offline: ${times.length} letters, ${p50.toFixed(0)} ms median, ${p95.toFixed(0)} ms p95, ${(p50 / check).toFixed(0)} times checking a finished letter; ` +
      `${unsupported} unsupported sentences, ${failedHard} failed hard checks`,
  );
};

const measureSharing = async (
  compose: (request: LetterRequest, model: null) => Promise<ComposedLetter>,
  say: (line: string) => void,
): Promise<void> => {
  for (const [trade, request] of Object.entries(testApplications)) {
    const letters: string[] = [];
    for (const [index, company_name] of companies.entries()) {
      const id = `${request.application.id.slice(0, -1)}${index}`;
      letters.push((await compose({ ...request, application: { ...request.application, id, company_name } }, null)).content);
    }
    const shares = letters.map((letter, index) => shareFourGrams(letter, letters[(index + 1) % letters.length] ?? ''));
    say(`offline: three letters of one ${trade} with one posting share ${Math.max(...shares).toFixed(0)} % of their 4-grams at most`);
  }
};

const measureModes = async (
  compose: (request: LetterRequest, model: LetterOptions['model']) => Promise<ComposedLetter>,
  stub: OllamaStub,
  say: (line: string) => void,
): Promise<void> => {
  const rows: ModeRow[] = [];
  for (const mode of ['good', ...badContentBehaviours]) {
    const row: ModeRow = { mode, letters: 0, clean: 0, byModel: 0, mostCalls: 0 };
    for (const request of requests) {
      const before = stub.requests.length;
      const letter = await compose(request, new OllamaClient({ host: stub.url, model: mode, numCtx }));
      row.letters += 1;
      row.clean += letter.checks.every(({ hard, passed }) => !hard || passed) ? 1 : 0;
      row.byModel += letter.generator === 'offline' ? 0 : 1;
      row.mostCalls = Math.max(row.mostCalls, stub.requests.length - before);
    }
    rows.push(row);
    say(sayMode(row));
  }
  const bad = rows.filter(({ mode }) => mode !== 'good');
  const sum = (of: (row: ModeRow) => number): number => bad.reduce((total, row) => total + of(row), 0);
  say(
    `${bad.length} bad content modes: ${sum(({ clean }) => clean)} of ${sum(({ letters }) => letters)} letters pass all hard checks, at most ${Math.max(...bad.map(({ mostCalls }) => mostCalls))} model calls each`,
  );
};
