import { z } from 'zod';
import { problemSchema } from '@coverwright/contracts';
import type { DescribedRoute, JsonSchema } from './api-description.ts';

export interface ApiAnswer {
  status: number;
  type: string;
  body: string;
}

const trace = /\n\s+at .+:\d+:\d+|node_modules|\bSQLITE_|syntax error at or near/;
const readers = new WeakMap<JsonSchema, z.ZodType>();

/** What is wrong with an answer: an error of the server, its inside shown, or something the description does not say. Null when nothing is. */
export function judgeAnswer(route: DescribedRoute, { status, type, body }: ApiAnswer): string | null {
  if (status >= 500) return `answered ${status}`;
  if (status < 200) return `answered with no status it knows (${status})`;
  if (trace.test(body)) return 'showed its inside';
  if (status >= 400) {
    if (!type.startsWith('application/problem+json')) return `answered ${status} as ${type}`;
    const problem = problemSchema.safeParse(parse(body));
    if (!problem.success) return `answered ${status} with a body that is no problem document`;
    return problem.data.status === status ? null : `answered ${status} and says ${problem.data.status}`;
  }
  const described = route.responses[String(status)];
  if (described === undefined) return `answered ${status}, which is not described`;
  const schema = described.content?.['application/json']?.schema;
  if (schema === undefined) return null;
  if (!type.startsWith('application/json')) return `answered ${status} as ${type}`;
  const read = readerOf(schema).safeParse(parse(body));
  return read.success ? null : `answered ${status} otherwise than described: ${z.prettifyError(read.error)}`;
}

function readerOf(schema: JsonSchema): z.ZodType {
  const known = readers.get(schema) ?? z.fromJSONSchema(schema as Parameters<typeof z.fromJSONSchema>[0]);
  readers.set(schema, known);
  return known;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
