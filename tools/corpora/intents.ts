import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Corpus } from './corpora.ts';
import { root } from '../root.ts';
import { loadBuilt } from './load-built.ts';

export interface Utterance {
  text: string;
  /** An action, or `none`. */
  intent: string;
  url: string | null;
}

interface Command {
  kind: string;
  action?: string;
  url?: string | null;
}

/** Chat messages and what they ask for. A false start (one that was not asked for, or of another kind) costs more than a missed one. */
export const intents: Corpus = {
  name: 'intents',
  file: 'intents.jsonl',
  run: (folder) => measure(join(folder, 'intents.jsonl')),
};

const ownFolder = 'tools/corpora/intents-own';
const ownFiles = readdirSync(join(root, ownFolder)).filter((file) => file.endsWith('.jsonl'));

/** The same over the rounds that ship with the repository. */
export const intentRounds: Corpus[] = ownFiles.map((file) => ({
  name: `intents, ${file.replace('.jsonl', '').replace('-', ' ')}`,
  file: null,
  run: () => measure(join(root, ownFolder, file)),
}));

export const readUtterances = async (file: string): Promise<Utterance[]> =>
  (await readFile(file, 'utf8'))
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Utterance);

/** All of the rounds. */
export const ownRounds = async (): Promise<Utterance[]> =>
  (await Promise.all(ownFiles.map((file) => readUtterances(join(root, ownFolder, file))))).flat();

const measure = async (file: string): Promise<string> => {
  const { parseCommand } = await loadBuilt<{ parseCommand: (text: string) => Command }>('services/gateway/dist/chat/parse-command.js');
  const rows = (await readUtterances(file)).map(({ text, intent, url }) => ({
    text,
    wanted: intent,
    wantedUrl: url,
    ...toStart(parseCommand(text)),
  }));
  const right = rows.filter(({ wanted, started }) => started === wanted);
  const falseStarts = rows.filter(({ wanted, started }) => started !== 'none' && started !== wanted);
  const missed = rows.filter(({ wanted, started }) => started === 'none' && wanted !== 'none');
  const withUrl = right.filter(({ wantedUrl }) => wantedUrl !== null);
  const rightUrls = withUrl.filter(({ wantedUrl, url }) => url === wantedUrl);
  for (const { text, started } of falseStarts) console.error(`intents: ${started} was started by: ${text}`);
  return (
    `${right.length} of ${rows.length} right, ${falseStarts.length} false starts, ${missed.length} missed, ` +
    `${rightUrls.length} of ${withUrl.length} addresses right`
  );
};

/** What a message starts; a wish to revise the letter starts the writer. */
const toStart = ({ kind, action, url }: Command): { started: string; url: string | null } => {
  if (kind === 'start' && action) return { started: action, url: url ?? null };
  return { started: kind === 'revise' ? 'write_only' : 'none', url: null };
};
