import { describe, expect, it } from '@jest/globals';
import type { Role } from '@coverwright/server';
import { sayBullet } from './say-bullet.ts';

const start = { year: 2018, month: 1 };
const role = (end: { year: number; month: number } | null): Role => ({
  id: 'role1',
  heading: 'x',
  title: 'x',
  employer: 'x',
  period: { start, end },
});
const held = role(null);
const left = role({ year: 2021, month: 1 });
const names = new Set(['salesforce']);
const say = (text: string, of = left) => sayBullet({ id: 'R1', kind: 'resume', text, scope: 'role1', role: of }, names);

describe('sayBullet', () => {
  it.each([
    ['a past verb', 'Reduced waste on the salad counter by half.', 'I reduced waste on the salad counter by half'],
    ['an adverb first', 'Regularly trained new starters', 'I regularly trained new starters'],
    ['a bare verb of a post that was left', 'Run the Saturday market stall', 'I ran the Saturday market stall'],
    ['several bare verbs', 'Order timber and prepare quotes', 'my job was to order timber and prepare quotes'],
    ['the third person', 'Manages 12 allotments', 'I managed 12 allotments'],
    ['a gerund with an object', 'Teaching the evening pottery class', 'I taught the evening pottery class'],
    ['gerunds in a row', 'Washing, drying and folding linen', 'my work included washing, drying and folding linen'],
    ['a noun phrase', 'One-to-one reading support', 'my work included one-to-one reading support'],
    ['a list', 'Mortgages, pensions, small business loans', 'my work included mortgages, pensions and small business loans'],
    ['a responsibility', 'Responsible for the keys', 'I was responsible for the keys'],
    ['an office', 'Fire warden for two floors', 'I was fire warden for two floors'],
    ['a membership', 'Member of the works council', 'I was a member of the works council'],
    ['something done to the person', 'Promoted to shift leader in 2019', 'I was promoted to shift leader in 2019'],
    ['a sentence with its own subject', 'Complaints fell from 30 to 8 a month', 'complaints fell from 30 to 8 a month'],
    ['a sentence that lacks its article', 'Response time of the night desk fell by 40%', 'the response time of the night desk fell by 40%'],
    ['a change without a verb', 'Sickness down from 9% to 4%', 'sickness went down from 9% to 4%'],
    ['a limit that looks like a change', 'Cost control on works up to £90k', 'my work included cost control on works up to £90k'],
    ['a figure', '£300k raised for the new roof', 'my results included £300k raised for the new roof'],
    ['a label', 'Key achievement: opened the second shop', 'I opened the second shop'],
    ['tools', 'Tools: Salesforce, Excel, Teams', 'I worked with Salesforce, Excel and Teams'],
    ['an award', 'Award: Best Newcomer 2019', 'I received an award: Best Newcomer 2019'],
    ['an arrow', 'Cut set-up time (50 min → 20 min)', 'I cut set-up time (from 50 min to 20 min)'],
    ['a missing article', 'Led team of 9 gardeners', 'I led a team of 9 gardeners'],
    [
      'a fragment after a semicolon',
      'Laid drains on housing estates; 45 plots in Selby',
      'I laid drains on housing estates (45 plots in Selby)',
    ],
    ['the first person', 'I wrote the weekly news sheet', 'I wrote the weekly news sheet'],
    ['a name at the start', 'Salesforce administration for 20 users', 'my work included Salesforce administration for 20 users'],
    ['knowledge', 'Good knowledge of food law', 'I have a good knowledge of food law'],
  ])('says %s in the first person', (_, line, clause) => {
    expect(say(line).clause).toBe(clause);
  });

  it.each([
    ['a bare verb', 'Run the Saturday market stall', 'I run the Saturday market stall'],
    ['the third person', 'Manages 12 allotments and trains new volunteers', 'I manage 12 allotments and train new volunteers'],
    ['a gerund', 'Teaching the evening pottery class', 'I teach the evening pottery class'],
    ['an office', 'Fire warden for two floors', 'I am fire warden for two floors'],
    ['things', 'Stock control', 'my work includes stock control'],
    ['what is done with', 'Introduced a rota', 'I introduced a rota'],
  ])('uses the present for %s of a post that is held', (_, line, clause) => {
    expect(say(line, held).clause).toBe(clause);
  });

  it('can begin with the means or with the place', () => {
    expect(say('Cut waiting times by opening a second desk').turned).toEqual({
      front: 'by opening a second desk',
      clause: 'I cut waiting times',
    });
    expect(say('Repaired 60 boats on the lower Humber').placed).toEqual({ front: 'on the lower Humber', clause: 'I repaired 60 boats' });
  });

  it('shortens what is too long for a sentence and keeps a number', () => {
    const long =
      'Opened 3 bakeries in the north of the county within one year, which meant hiring and training staff, fitting out the rooms, setting up suppliers and telling the neighbourhood about all of it';
    expect(say(long).clause).toBe('I opened 3 bakeries in the north of the county within one year');
  });
});
