import { countWords, splitSentences } from '@coverwright/server';

const refusal =
  /\b(?:I(?:['’]m| am) (?:sorry|unable|not able)|I (?:cannot|can['’]t|won['’]t) (?:help|assist|write|comply|fulfil|provide|do)|as an? (?:AI|language model))\b/i;
const english = /\b(?:the|and|of|to|in|I|my|with|for|at|is|that|your|you|have|a)\b/g;

/** Why a cleaned draft cannot be used, or null when it can. `prompt` is what the model was given. */
export function rejectDraft(text: string, prompt: string): string | null {
  const words = countWords(text);
  if (words === 0) return 'the answer was empty';
  if (/^\s*[[{]/.test(text)) return 'the answer was data, not prose';
  if (refusal.test(text.slice(0, 300))) return 'the model declined to write';
  if (words < 50) return `the answer was too short (${words} words)`;
  if ((text.match(english)?.length ?? 0) < words * 0.12) return 'the answer was not in English';
  const sentences = splitSentences(text.replace(/\n+/g, ' '));
  if (new Set(sentences).size < sentences.length * 0.7) return 'the answer repeated itself';
  const instructions = prompt.split('\n').filter((line) => line.length > 40 && !/\[[REKPNJ]\d+\]/.test(line));
  if (instructions.filter((line) => text.includes(line.replace(/^- /, '').slice(0, 60))).length > 1)
    return 'the answer repeated the instructions';
  return null;
}
