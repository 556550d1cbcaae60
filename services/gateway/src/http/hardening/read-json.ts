import { AppError } from '@coverwright/server';

/** What this API takes is flat; a parser or validator that follows a deeper nest may run out of stack. */
export const deepestNesting = 32;

const unsafeKeys = new Set(['__proto__', 'constructor', 'prototype']);
const utf8 = new TextDecoder('utf-8', { fatal: true });
const [quote, backslash, openBracket, closeBracket, openBrace, closeBrace] = [...Buffer.from('"\\[]{}')];

/** JSON text to its value. Of a key given twice the last counts, as everywhere in JavaScript. */
export function readJson(bytes: Uint8Array): unknown {
  if (nesting(bytes) > deepestNesting) throw badJson(`The body is nested more than ${deepestNesting} levels deep.`, 'Send it flatter.');
  const value = parse(decode(bytes));
  const key = findUnsafeKey(value);
  if (key !== null)
    throw new AppError('VALIDATION_FAILED', `The body has a field "${key}", which nothing here takes.`, { hint: 'Leave it out.' });
  return value;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw badJson('The body could not be read as JSON.', 'Check quotes, commas and brackets.');
  }
}

/** Copied into another object, these keys would change what that object is. Nest drops them; a field that is not taken is to be refused. */
function findUnsafeKey(value: unknown): string | null {
  if (typeof value !== 'object' || value === null) return null;
  for (const [key, inner] of Object.entries(value)) {
    const found = unsafeKeys.has(key) ? key : findUnsafeKey(inner);
    if (found !== null) return found;
  }
  return null;
}

function decode(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw badJson('The body is not valid UTF-8.', 'Send the text in UTF-8: what cannot be read cannot be kept as it was sent.');
  }
}

/** Levels of brackets outside of strings. In UTF-8 none of these bytes is ever part of another character. */
function nesting(bytes: Uint8Array): number {
  let [depth, deepest, inString] = [0, 0, false];
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (inString) {
      if (byte === backslash) at += 1;
      else if (byte === quote) inString = false;
    } else if (byte === quote) inString = true;
    else if (byte === openBracket || byte === openBrace) deepest = Math.max(deepest, (depth += 1));
    else if (byte === closeBracket || byte === closeBrace) depth -= 1;
  }
  return deepest;
}

const badJson = (detail: string, hint: string) => new AppError('BAD_JSON', detail, { hint });
