import { sha256 } from '../offline/pick.ts';
import { loadPrompt } from './load-prompt.ts';

const file = (name: string): URL => new URL(`../../prompts/${name}`, import.meta.url);

export const planPrompt = loadPrompt(file('plan.md'), ['company', 'title', 'wishes', 'nonce', 'resume', 'notes', 'job', 'count', 'schema']);
export const paragraphPrompt = loadPrompt(file('paragraph.md'), [
  'company',
  'title',
  'tone',
  'manner',
  'wishes',
  'terms',
  'nonce',
  'evidence',
  'task',
  'least',
  'most',
]);
export const repairPrompt = loadPrompt(file('repair.md'), ['company', 'title', 'nonce', 'evidence', 'sentences']);

/** Of the prompts' text: another wording of them may give another letter. */
export const promptSha256 = sha256([planPrompt, paragraphPrompt, repairPrompt].map(({ text }) => text).join('\u0000'));

/** Lines of instructions as a model could repeat them. */
export const instructionLines: readonly string[] = [planPrompt, paragraphPrompt, repairPrompt]
  .flatMap(({ text }) => text.split('\n'))
  .map((line) => line.replace(/\{\{\w+\}\}/g, ' '))
  .filter((line) => line.split(/\s+/).length >= 8);
