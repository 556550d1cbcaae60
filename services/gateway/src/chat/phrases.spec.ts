import { expect, it } from '@jest/globals';
import { parseCommand } from './parse-command.ts';
import { sayAction, sayings, suggest } from './phrases.ts';

const kindOf = (text: string) => {
  const command = parseCommand(text);
  return command.kind === 'start' ? command.action : command.kind;
};

it.each([
  ['research_then_write', 'research_then_write'],
  ['research_only', 'research_only'],
  ['write_only', 'write_only'],
  ['status', 'status'],
  ['findings', 'findings'],
  ['cancel', 'cancel'],
  ['shorter', 'revise'],
] as const)('the saying for %s is understood', (saying, kind) => expect(kindOf(sayings[saying])).toBe(kind));

it.each(['research_then_write', 'research_only'] as const)('the offer of %s keeps the address', (action) => {
  expect(parseCommand(sayAction(action, 'https://a.example/x?y=1'))).toMatchObject({
    kind: 'start',
    action,
    url: 'https://a.example/x?y=1',
  });
});

it('every offer that is made can be taken with one tap', () => {
  const { content, suggestions } = suggest({ suggestion: null, url: null });
  expect(suggestions.map(kindOf)).toEqual(['research_then_write', 'research_only', 'write_only']);
  for (const suggestion of suggestions) expect(content).toContain(`“${suggestion}”`);
});

it.each(['Is it possible to make it shorter?', 'longer'])('offers a change of the letter that means the same: %s', (text) => {
  const command = parseCommand(text);
  if (command.kind !== 'unsure') throw new Error(`taken for ${command.kind}`);
  const [offer = ''] = suggest(command).suggestions;
  expect(parseCommand(offer)).toEqual({ kind: 'revise', feedback: offer });
});
