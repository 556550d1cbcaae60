import { describe, expect, it } from '@jest/globals';
import { parseAnswer } from './parse-answer.ts';

const fact = { topic: 'size', claim: 'There are 320 people.', quote: 'We employ 320 people in Bergen.' };
const whole = JSON.stringify({ facts: [fact, { ...fact, topic: 'news' }] });

describe('parseAnswer', () => {
  it.each([
    ['plain', whole],
    ['fenced, with chatter around it', `Sure! Here you are:\n\`\`\`json\n${whole}\n\`\`\`\nLet me know if you need more.`],
    ['a bare list', JSON.stringify([fact, { ...fact, topic: 'news' }])],
    ['under another name', JSON.stringify({ results: [fact, { ...fact, topic: 'news' }] })],
    ['with commas too many', whole.replace('}]', '},]')],
    ['in quotes of another kind', whole.replaceAll('"', '”')],
    ['cut off in a third fact', `${whole.slice(0, -2)},{"topic":"role","claim":"The`],
  ])('reads facts that come %s', (_, text) => {
    expect(parseAnswer(text)).toEqual([fact, { ...fact, topic: 'news' }]);
  });

  it('reads a single fact, and one without a claim', () => {
    expect(parseAnswer(JSON.stringify(fact))).toEqual([fact]);
    expect(parseAnswer('{"facts":[{"quote":"We employ 320 people."}]}')).toEqual([
      { topic: '', claim: '', quote: 'We employ 320 people.' },
    ]);
  });

  it('takes no facts for an answer', () => {
    expect(parseAnswer('{"facts":[]}')).toEqual([]);
    expect(parseAnswer('[]')).toEqual([]);
  });

  it.each([
    ['nothing', ''],
    ['prose', 'I am sorry, but I cannot help with that.'],
    ['prose with brackets', 'As [R1] says, we (the team) are many {in all}.'],
    ['other data', '{"title":"Cover letter","paragraphs":["a","b"]}'],
    ['a number', '42'],
    ['brackets without end', '['.repeat(5000)],
  ])('can do nothing with %s', (_, text) => {
    expect(parseAnswer(text)).toBeNull();
  });
});
