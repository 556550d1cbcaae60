import { describe, expect, it } from '@jest/globals';
import { parseCommand } from './parse-command.ts';

const remarks: Record<string, string[]> = {
  status: [
    'hows it going?',
    'What happened?',
    'why did it fail?',
    'Why did my letter fail again?',
    "How's the research going?",
    'Is the letter ready?',
    'status?',
    'Did you research the company?',
  ],
  findings: [
    'How is it going and what did you find?',
    'wat did u find',
    'What did you find out about the company?',
    'Show me the notes',
    'Which sources did you use?',
  ],
  cancel: ['stop', 'Please stop the run', 'Can you cancel it?', 'Please cancel the letter you are writing.'],
  help: ['help', 'What can you do?', 'How does this work?', 'Hi, who are you?'],
  talk: [
    'why did the letter fail to convince them',
    'Help me to understand this sentence',
    'What can you do about my gap year?',
    "don't stop",
    'How do I cancel the research?',
    'Update my resume',
    '',
  ],
  unsure: [
    'Can you write it, or is it too early?',
    'Can you write the letter or should I do it',
    'longer',
    'Maybe you should research them',
    'Draft',
    'https://acme.example/jobs',
    'Can you research companies?',
  ],
};

describe('a message that starts nothing', () => {
  for (const [kind, texts] of Object.entries(remarks)) {
    it.each(texts)(`is taken for ${kind}: %j`, (text) => expect(parseCommand(text).kind).toBe(kind));
  }
});
