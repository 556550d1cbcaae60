import type { Fact, SourceReport } from '@coverwright/contracts';
import type { StoredNote } from '@coverwright/server';
import type { Block } from './extract/collect-blocks.ts';
import { KnownFacts } from './facts/known-facts.ts';
import { mergeFacts } from './facts/merge-facts.ts';
import { placeBlocks, type PlacedBlock } from './facts/place-blocks.ts';
import { readWithModel, type ReadingOptions } from './facts/read-with-model.ts';
import { namesCompany } from './sources/company-name.ts';

/** A note of this run as it is stored, with the blocks of its text and the line that says how it was come by. */
export interface ReadNote {
  note: StoredNote;
  blocks: Block[];
  report: SourceReport;
}

export interface ImproveOptions extends Omit<ReadingOptions, 'onPage'> {
  store: (note: StoredNote, facts: Fact[]) => Promise<void>;
}

/**
 * Lets the model pick the facts of the notes that have only sentences so far, and stores those of each page as it is read. Where the
 * model gives nothing the sentences stay, and the page's line in the report says why. What a person edited or does not use is left alone.
 */
export async function improveFacts(read: readonly ReadNote[], { store, ...options }: ImproveOptions): Promise<void> {
  const open = read.filter(({ note }) => note.facts_by === null && note.edited_at === null && !note.excluded);
  const known = new KnownFacts();
  for (const { note } of read.filter((one) => !open.includes(one))) known.add(note.facts);
  const pages = open.map((one) => usableBlocks(one, options.subject.companyName));
  await readWithModel(pages, {
    ...options,
    onPage: async (page, { facts: picked, failure }) => {
      const { note, report } = open[page] as ReadNote;
      const facts = picked.length === 0 ? note.facts : mergeFacts(picked, note.facts, known);
      known.add(facts);
      if (picked.length > 0) await store(note, facts);
      if (failure !== null)
        report.reason = [report.reason, `The best sentences stand for its facts: ${failure}.`].filter(Boolean).join(' ');
    },
  });
}

/** On somebody else's page, only what stands beside the company's name is about the company. */
function usableBlocks({ blocks, report }: ReadNote, companyName: string): PlacedBlock[] {
  const placed = placeBlocks(blocks);
  return report.found === 'search' ? placed.filter((block) => namesCompany(block.text, companyName)) : placed;
}
