import { describe, expect, it } from '@jest/globals';
import { parseCommand } from './parse-command.ts';
import { readSmallTalk } from './parse-small-talk.ts';

const short: Record<string, string[]> = {
  greeting: ['hello', 'Hi there!', 'Guten Morgen'],
  thanks: ['thanks', 'Thank you so much!!', 'thx, great', 'Danke!', '🙏'],
  fine: ['ok', 'okay cool', 'Great!', '👍'],
  goodbye: ['bye', 'See you later'],
  yes: ['yes', 'Yes please', 'go ahead!'],
  no: ['no', 'No, thanks.', 'not now'],
  again: ['again', 'try again please', 'once more', 'retry'],
  letter: ['Show me the letter', "Where's my letter?", 'can i see the latest draft'],
  talk: [
    'Thanks to them I got the job',
    'yes but what does the research say about wages',
    'Where is the letter box of the company?',
    'Hi, what would I do there all day?',
    'again and again they write about sustainability',
  ],
};

describe('a short message', () => {
  for (const [kind, texts] of Object.entries(short)) {
    it.each(texts)(`is taken for ${kind}: %j`, (text) => expect(parseCommand(text).kind).toBe(kind));
  }

  it.each(['k', 'ok ', 'so ', 'all right ', 'good ', 'again ', 'yes ok ', 'the ', 'thanks that is '])('is read in no time: %j', (piece) => {
    const text = piece.repeat(Math.floor(79 / piece.length));
    const before = performance.now();
    for (const end of ['', '§', 'x']) readSmallTalk(text + end);
    expect(performance.now() - before).toBeLessThan(50);
  });
});
