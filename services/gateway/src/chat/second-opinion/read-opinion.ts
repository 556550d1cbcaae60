import type { Action } from '@coverwright/contracts';
import type { ModelToolCall } from '@coverwright/server';
import { z } from 'zod';
import { takesUrl, toolMeanings } from './opinion-tools.ts';

/** What a model takes a message for. It chooses what is offered, and starts nothing. */
export type Opinion = { kind: 'run'; action: Action; url: string | null } | { kind: 'talk' };

const nameSchema = z.enum(Object.keys(toolMeanings) as (keyof typeof toolMeanings)[]);
const urlSchema = z.strictObject({ url: z.string().nullish() });
const nothingSchema = z.strictObject({});

/**
 * The opinion in what a model asked for, or null when there is none to be had: no call or several, a tool that nobody offered, arguments
 * that cannot be read, an address that the person did not write.
 */
export function readOpinion(calls: readonly ModelToolCall[], urls: readonly string[]): Opinion | null {
  const [call] = calls;
  const name = nameSchema.safeParse(call?.name).data;
  if (calls.length !== 1 || call === undefined || name === undefined) return null;
  const given = (takesUrl(name) ? urlSchema : nothingSchema).safeParse(call.arguments);
  if (!given.success) return null;
  const url = 'url' in given.data ? (given.data.url ?? null) : null;
  if (url !== null && !urls.includes(url)) return null;
  const meaning = toolMeanings[name];
  return meaning === 'talk' ? { kind: 'talk' } : { kind: 'run', action: meaning, url };
}
