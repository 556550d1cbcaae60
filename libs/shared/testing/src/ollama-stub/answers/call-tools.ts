import { contentOf, toolsOf } from '../behaviours.ts';
import type { Generation, StubTool, StubToolCall } from '../stub-types.ts';
import { readPrompt, type PromptReading } from './read-prompt.ts';
import { writeJson } from './write-json.ts';

const NEVER_CALLS = ['empty', 'refusal'];
const FOREIGN = 'https://evil.example/claim';

/**
 * The tools that a model would call; none when it answers in words. A good one calls the tool whose name has a word of the request; one that
 * obeys calls the first whatever was said. A `format` keeps models from calling any, as with the real server.
 */
export function callTools({ model, messages, tools, schema }: Generation): StubToolCall[] {
  const [first] = tools;
  const content = contentOf(model);
  if (first === undefined || schema || NEVER_CALLS.includes(content)) return [];
  const prompt = readPrompt(messages);
  switch (toolsOf(model)) {
    case 'tool-unknown':
      return [{ ...callOf(first, prompt), name: 'send_application' }];
    case 'tool-junk':
      return [{ ...callOf(first, prompt), arguments: '{"url": "https://' }];
    case 'tool-extra':
      return [{ name: first.function.name, arguments: { command: 'rm', confirmed: true } }];
    case 'tool-foreign-url':
      return [{ name: first.function.name, arguments: { url: FOREIGN } }];
    case 'tool-many':
      return tools.map((tool) => callOf(tool, prompt));
    case 'sound': {
      const chosen = content === 'obedient' ? first : tools.find((tool) => isMeant(tool, prompt.task));
      return chosen ? [callOf(chosen, prompt)] : [];
    }
  }
}

function callOf({ function: { name, parameters } }: StubTool, prompt: PromptReading): StubToolCall {
  const written = writeJson(parameters ?? { type: 'object' }, prompt, prompt.task);
  return { name, arguments: withUrl(written as Record<string, unknown>, prompt.task) };
}

function isMeant({ function: { name } }: StubTool, task: string): boolean {
  const words = name.toLowerCase().match(/[a-z]{4,}/g) ?? [];
  return words.some((word) => task.toLowerCase().includes(word));
}

/** Small models copy an address well enough. */
function withUrl(values: Record<string, unknown>, task: string): Record<string, unknown> {
  const url = /https?:\/\/\S+/.exec(task)?.[0];
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, /url/i.test(name) && url ? url : value]));
}
