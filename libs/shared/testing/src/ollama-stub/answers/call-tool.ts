import { contentOf } from '../behaviours.ts';
import type { Generation, StubTool, StubToolCall } from '../stub-types.ts';
import { readPrompt } from './read-prompt.ts';
import { writeJson } from './write-json.ts';

/**
 * The tool that a model would call, or null when it answers in words. A good one calls the tool whose name or description has a word of the
 * request; one that obeys calls the first whatever was said. A `format` keeps models from calling any, as with the real server.
 */
export function callTool({ model, messages, tools, schema }: Generation): StubToolCall | null {
  if (tools.length === 0 || schema) return null;
  const prompt = readPrompt(messages);
  const chosen = contentOf(model) === 'obedient' ? tools[0] : tools.find((tool) => isMeant(tool, prompt.task));
  if (!chosen) return null;
  const written = writeJson(chosen.function.parameters ?? { type: 'object' }, prompt, prompt.task);
  return { name: chosen.function.name, arguments: withUrl(written as Record<string, unknown>, prompt.task) };
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
