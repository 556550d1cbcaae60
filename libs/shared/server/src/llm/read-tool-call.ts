import type { ModelToolCall } from './model-client.ts';

/** A piece of a tool call of an OpenAI-compatible stream: the name comes once, the arguments in pieces of a string. */
export interface ToolCallDelta {
  index?: number;
  function?: { name?: string | null; arguments?: string | null };
}

/** Puts the pieces of tool calls together. */
export class ToolCallParts {
  private readonly calls = new Map<number, { name: string; text: string }>();

  add(deltas: ToolCallDelta[]): void {
    for (const { index = 0, function: part } of deltas) {
      const call = this.calls.get(index) ?? { name: '', text: '' };
      this.calls.set(index, { name: call.name + (part?.name ?? ''), text: call.text + (part?.arguments ?? '') });
    }
  }

  /** Those so far, each only once. */
  whole(): ModelToolCall[] {
    const calls = [...this.calls.values()].map(({ name, text }) => readToolCall(name, text));
    this.calls.clear();
    return calls;
  }
}

/** Some servers and models give the arguments as a string of JSON where an object is due, and nothing at all where there are none. */
export function readToolCall(name: string, given: unknown): ModelToolCall {
  if (given === undefined || given === null || given === '') return { name, arguments: {} };
  const value = typeof given === 'string' ? parsed(given) : given;
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return { name, arguments: isObject ? { ...value } : null };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
