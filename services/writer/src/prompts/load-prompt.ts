import { readFileSync } from 'node:fs';
import { basename } from 'node:path';

/** A prompt that lies in a file, with the names of what goes into it. */
export interface Prompt<Input extends string> {
  /** As in the file. */
  text: string;
  render(values: Record<Input, string>): string;
}

const place = /\{\{(\w+)\}\}/g;

/** Reads a prompt and fails when the file and the code disagree about its inputs: a misspelt one would reach the model as it stands. */
export function loadPrompt<Input extends string>(file: URL, inputs: readonly Input[]): Prompt<Input> {
  return parsePrompt(readFileSync(file, 'utf8'), inputs, basename(file.pathname));
}

export function parsePrompt<Input extends string>(text: string, inputs: readonly Input[], name: string): Prompt<Input> {
  const found = new Set([...text.matchAll(place)].map((match) => match[1] ?? ''));
  const unknown = [...found].filter((input) => !(inputs as readonly string[]).includes(input));
  const missing = inputs.filter((input) => !found.has(input));
  const problems = [
    ...(unknown.length ? [`it asks for ${unknown.join(', ')}, which nothing fills in`] : []),
    ...(missing.length ? [`it has no place for ${missing.join(', ')}`] : []),
  ];
  if (problems.length)
    throw new Error(`The prompt ${name} cannot be used: ${problems.join('; ')}. Correct the file or the inputs named in prompts.ts.`);
  // One pass: what a value says about braces stays text.
  return { text, render: (values) => text.replace(place, (_, input: Input) => values[input]).trim() };
}
