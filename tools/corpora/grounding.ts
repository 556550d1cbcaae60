import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Corpus } from './corpora.ts';
import { loadBuilt } from './load-built.ts';

interface Row {
  id: string;
  label: 'grounded' | 'fabricated';
  kind: string;
  sentence: string;
}

interface Source {
  resume: string;
  /** A line a note: its text, then `[S1 https://…]`. */
  notes: string;
  /** `TITLE at COMPANY`. */
  job: string;
  company: string;
  /** The day the sentences were written for; years with an employer are counted to it. */
  today?: string;
}

interface Letters {
  collectEvidence: (input: unknown) => unknown;
  indexEvidence: (evidence: unknown) => unknown;
  verifySentence: (sentence: string, index: unknown) => { status: string; reasons: string[] };
}

const letters = 'libs/shared/server/dist/letters';

const loadLetters = async (): Promise<Letters> => ({
  ...(await loadBuilt<Pick<Letters, 'collectEvidence'>>(`${letters}/collect-evidence.js`)),
  ...(await loadBuilt<Pick<Letters, 'indexEvidence'>>(`${letters}/index-evidence.js`)),
  ...(await loadBuilt<Pick<Letters, 'verifySentence'>>(`${letters}/verify-sentence.js`)),
});

const toNote = (line: string, at: number): unknown => {
  const [, text = line, url = ''] = /^(.*?)\s*\[\S+\s+(\S+)\]\s*$/.exec(line) ?? [];
  return {
    id: `note${at + 1}`,
    source_url: url,
    kind: 'company',
    content: text,
    facts: [{ topic: '', claim: text, quote: text }],
    pinned: false,
  };
};

const toEvidence = ({ resume, notes, job, company, today }: Source): unknown => ({
  application: { company_name: company, job_title: job.replace(` at ${company}`, ''), job_description: null, location: null },
  resume,
  notes: notes.split('\n').filter(Boolean).map(toNote),
  today: today === undefined ? new Date() : new Date(today),
});

/** Sentences over one resume and its notes, and what the product says of each. */
export const readSet = async (
  sentencesFile: string,
  sourceFile: string,
): Promise<{ rows: Row[]; judge: (sentence: string) => ReturnType<Letters['verifySentence']> }> => {
  const { collectEvidence, indexEvidence, verifySentence } = await loadLetters();
  const source = JSON.parse(await readFile(sourceFile, 'utf8')) as Source;
  const lines = (await readFile(sentencesFile, 'utf8')).split('\n').filter(Boolean);
  const index = indexEvidence(collectEvidence(toEvidence(source)));
  return { rows: lines.map((line) => JSON.parse(line) as Row), judge: (sentence) => verifySentence(sentence, index) };
};

/** How many inventions are marked, and how many true sentences are marked by mistake. */
export const measureGrounding = async (sentencesFile: string, sourceFile: string): Promise<string> => {
  const { rows, judge } = await readSet(sentencesFile, sourceFile);
  const judged = rows.map((row) => ({ ...row, ...judge(row.sentence) }));
  const wrong = judged.filter(({ label, status }) => (label === 'fabricated') !== (status === 'unsupported'));
  for (const { id, label, sentence, reasons } of wrong)
    console.error(
      `${basename(sentencesFile)} ${id} ${label === 'fabricated' ? 'missed' : `marked by mistake, ${reasons.join('; ')}`}: ${sentence}`,
    );
  const share = (chosen: Row[]): string => `${chosen.filter((row) => !wrong.some(({ id }) => id === row.id)).length} of ${chosen.length}`;
  const invented = rows.filter(({ label }) => label === 'fabricated');
  const swaps = invented.filter(({ kind }) => kind === 'swap');
  const marked = wrong.filter(({ label }) => label === 'grounded').length;
  return `${share(invented)} invented sentences marked, ${share(swaps)} swaps among them; ${marked} of ${rows.length - invented.length} true ones marked`;
};

export const grounding: Corpus = {
  name: 'grounding',
  file: 'grounding.jsonl',
  run: (folder) => measureGrounding(join(folder, 'grounding.jsonl'), join(folder, 'grounding_source.json')),
};

/** Sets of other trades that ship with the repository, in the order in which they were written (`grounding-trades/README.md`). */
export const trades = [
  'nurse',
  'electrician',
  'teacher',
  'sales',
  'carpenter',
  'receptionist',
  'warehouse',
  'marketing',
  'frontend',
  'physio',
  'hr',
  'gardener',
];

/** Without its ending: `.json` has the resume and the notes, `.jsonl` the sentences. */
export const ownSetFile = (trade: string): string => join(import.meta.dirname, 'grounding-trades', trade);

const ownSet = (trade: string): Corpus => {
  const file = ownSetFile(trade);
  return { name: `grounding-${trade}`, file: null, run: () => measureGrounding(`${file}.jsonl`, `${file}.json`) };
};

export const groundingTrades: Corpus[] = trades.map(ownSet);
