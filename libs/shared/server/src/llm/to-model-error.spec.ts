import { describe, expect, it } from '@jest/globals';
import { detailOf, errorFromServer, rootCause } from './to-model-error.ts';

describe('errorFromServer', () => {
  it.each([
    [404, "model 'x' not found", 'MODEL_MISSING'],
    [404, 'model "x" not found, try pulling it first', 'MODEL_MISSING'],
    [400, 'the input length exceeds the context length', 'CONTEXT_OVERFLOW'],
    [400, "This model's maximum context length is 4096 tokens.", 'CONTEXT_OVERFLOW'],
    [500, 'model requires more system memory (8.4 GiB) than is available (3.1 GiB)', 'OUT_OF_MEMORY'],
    [500, 'llama runner process has terminated: cudaMalloc failed: out of memory', 'OUT_OF_MEMORY'],
    [503, 'server busy, please try again.  maximum pending requests exceeded', 'BUSY'],
    [429, '', 'BUSY'],
    [400, '"x" does not support thinking', 'UNSUPPORTED'],
    [401, 'invalid key', 'UNSUPPORTED'],
    [200, 'unexpected EOF', 'TRANSPORT'],
    [502, '', 'TRANSPORT'],
  ])('reads %i %j as %s', (status, detail, code) => {
    expect(errorFromServer(status, detail).code).toBe(code);
  });

  it('quotes at most a few lines of the server', () => {
    expect(errorFromServer(500, 'x'.repeat(5000)).message.length).toBeLessThan(500);
  });
});

describe('detailOf', () => {
  it.each([
    ['{"error":"a"}', 'a'],
    ['{"error":{"message":"b"}}', 'b'],
    ['plain', 'plain'],
    ['<html>x</html>', 'a web page instead of an answer; a proxy stands in between'],
  ])('finds the words in %s', (body, detail) => {
    expect(detailOf(body)).toBe(detail);
  });
});

it('finds the reason under a failed fetch', () => {
  const refused = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
  expect(rootCause(new TypeError('fetch failed', { cause: refused }))).toBe('ECONNREFUSED');
});
