import type { Fact, SourceReport } from '@coverwright/contracts';
import { describe, expect, it } from '@jest/globals';
import type { ModelClient, StoredNote } from '@coverwright/server';
import { blocksOfText } from './facts/place-blocks.ts';
import { improveFacts, type ReadNote } from './improve-facts.ts';

const said = (quote: string): Fact => ({ topic: 'company', claim: quote, quote });
const PUMPS = 'We build quiet pumps for hospitals in the north.';
const MOTTO = 'Our motto is that a pump must whisper at night.';
const VALVES = 'Borg Valves employs 300 people in Oslo and Bergen.';

function newRead(content: string, note: Partial<StoredNote> = {}, report: Partial<SourceReport> = {}): ReadNote {
  const facts = content.split('\n\n').map(said);
  const stored = { id: content, content, facts, facts_by: null, edited_at: null, excluded: false, ...note } as StoredNote;
  const line: SourceReport = { url: 'https://a.example/', outcome: 'fetched', title: null, reason: null, ...report };
  return { note: stored, blocks: blocksOfText(content), report: line };
}

/** A model that quotes every line it is given. */
function quoting(): ModelClient & { prompts: string[] } {
  const prompts: string[] = [];
  return {
    generator: 'ollama:x',
    prompts,
    chat: async ({ messages }) => {
      const prompt = messages.map(({ content }) => content).join('\n');
      prompts.push(prompt);
      const lines = prompt.match(/^[a-z]{4}\| .*$/gm) ?? [];
      return { text: JSON.stringify(lines.map((line) => said(line.slice(6)))), promptTokens: null, answerTokens: null, finish: 'stop' };
    },
  };
}

async function improve(read: ReadNote[], model: ModelClient = quoting()) {
  const stored = new Map<string, string[]>();
  await improveFacts(read, {
    model,
    numCtx: 4096,
    subject: { companyName: 'Acme', jobTitle: 'Engineer', jobDescription: null },
    signal: new AbortController().signal,
    onCall: () => undefined,
    store: async (note, facts) =>
      void stored.set(
        note.id,
        facts.map(({ quote }) => quote),
      ),
  });
  return stored;
}

describe('improving the facts of a run’s notes', () => {
  it('stores those of each page, and none that another page has already', async () => {
    const [first, second] = [newRead([PUMPS, MOTTO].join('\n\n')), newRead([MOTTO, VALVES].join('\n\n'), { facts: [said(VALVES)] })];
    expect([...(await improve([first, second])).values()]).toEqual([[PUMPS, MOTTO], [VALVES]]);
  });

  it('leaves alone what a person edited or does not use, and what a model has read', async () => {
    const model = quoting();
    const read = [newRead(PUMPS, { edited_at: 'now' }), newRead(PUMPS, { excluded: true }), newRead(PUMPS, { facts_by: 'ollama:y' })];
    expect(await improve(read, model)).toEqual(new Map());
    expect(model.prompts).toEqual([]);
  });

  it('reads of somebody else’s page only what speaks of the company', async () => {
    const content = [VALVES, 'Acme opened a plant in Turku in May of this year.'].join('\n\n');
    const model = quoting();
    const stored = await improve([newRead(content, { facts: [] }, { found: 'search' })], model);
    expect([...stored.values()]).toEqual([['Acme opened a plant in Turku in May of this year.']]);
    expect(model.prompts.join()).not.toContain('Borg');
  });

  it('says on the page’s line why its sentences stand, beside what it said before', async () => {
    const read = newRead(PUMPS, {}, { reason: 'Before.' });
    const useless: ModelClient = {
      generator: 'x',
      chat: async () => ({ text: 'no', promptTokens: null, answerTokens: null, finish: 'stop' }),
    };
    expect(await improve([read], useless)).toEqual(new Map());
    expect(read.report.reason).toBe('Before. The best sentences stand for its facts: its answers could not be used.');
  });
});
