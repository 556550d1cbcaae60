import { describe, expect, it } from '@jest/globals';
import { sayQuote } from './say-quote.ts';

const say = (text: string) => sayQuote({ id: 'N1', kind: 'note', text, scope: 'note:1' }, 'Fern Valley Dairy Ltd');

describe('sayQuote', () => {
  it.each([
    ['We churn butter twice a week.', 'you churn butter twice a week'],
    ['Our cows graze on 40 hectares.', 'your cows graze on 40 hectares'],
    ['In 2023, we opened a farm shop.', 'in 2023 you opened a farm shop'],
    ['Fern Valley Dairy delivers to 90 schools.', 'you deliver to 90 schools'],
    ['Fern Valley Dairy is owned by its staff.', 'you are owned by your staff'],
    ['Fern Valley Dairy customers are mostly schools.', 'Fern Valley Dairy customers are mostly schools'],
    ['Every bottle comes back.', 'every bottle comes back'],
    ['Voted best dairy of the county in 2024', 'you were voted best dairy of the county in 2024'],
  ])('turns “%s” towards the reader', (quote, clause) => {
    expect(say(quote)).toEqual({ text: clause, isClause: true });
  });

  it.each([
    ['a slogan', 'Fresh milk, every morning', 'Fresh milk, every morning.'],
    ['what needs the sentence before', 'It was built in 1930.', 'It was built in 1930.'],
    ['a quotation', '“We waste nothing,” says the founder.', '’We waste nothing,’ says the founder.'],
    ['what speaks to the reader', 'You will love our yoghurt!', 'You will love our yoghurt!'],
  ])('leaves %s in its own words', (_, quote, text) => {
    expect(say(quote)).toEqual({ text, isClause: false });
  });
});
