import { describe, expect, it } from '@jest/globals';
import { verdicts } from './testing/baker.ts';

const families: [string, { right: string[]; wrong: string[] }][] = [
  [
    'amounts',
    {
      right: [
        'I bake nine hundred loaves a night.',
        'I cut flour waste from 80 kg to 30 a week.',
        'Flour waste is down by 50 kg a week.',
        'Saturday takings are up 22%.',
        'I made pastries for 240 guests.',
        'At the Grand Northern Hotel I baked for more than 200 guests.',
      ],
      wrong: [
        'I bake 1,900 loaves a night.',
        'I bake 900 loaves a week.',
        'I cut flour waste from 30 kg to 80 kg a week.',
        'I cut flour waste from 80 tonnes to 30 tonnes a week.',
        'I made pastries for a dozen guests.',
        'I lead a crew of 240.',
        'Flour waste rose by 50 kg a week.',
        'I raised the sales of rye bread by 22%.',
        'I lowered Saturday takings by 22%.',
      ],
    },
  ],
  [
    'changes told without their numbers',
    {
      right: ['I doubled the sales of rye bread.', 'I cut flour waste by more than half.', 'I reduced flour waste by 63%.'],
      wrong: ['I tripled the sales of rye bread.', 'I halved the sales of rye bread.', 'I reduced flour waste by 90%.'],
    },
  ],
  [
    'dates and lengths of time',
    {
      right: [
        'I joined Tansy Bakery in April 2020.',
        'I have been at Tansy Bakery for six years.',
        'I worked at the Grand Northern Hotel from 2015 to 2020.',
        'For eleven years I have worked as a baker.',
        'My Food Hygiene certificate is from 2021.',
      ],
      wrong: [
        'I joined Tansy Bakery in 2018.',
        'I joined Tansy Bakery in May 2020.',
        'I have been at Tansy Bakery for nine years.',
        'I left the Grand Northern Hotel in 2017.',
        'For nineteen years I have worked as a baker.',
        'In 2020 I introduced a sourdough starter.',
      ],
    },
  ],
  [
    'one place for all that is said of it',
    {
      right: [
        'At Tansy Bakery I bake 900 loaves a night and supervise two apprentices.',
        'Before Tansy Bakery, at the Grand Northern Hotel in York, I made breakfast pastries for 240 guests.',
        'I supervise two apprentices at Tansy Bakery, and at the Grand Northern Hotel I introduced a sourdough starter.',
      ],
      wrong: [
        'At the Grand Northern Hotel I cut flour waste from 80 kg to 30 kg a week.',
        'At Tansy Bakery I made breakfast pastries for 240 guests.',
        'At Tansy Bakery I introduced a sourdough starter that is still in use.',
        'At the hotel I supervised 2 apprentices.',
        'As Senior Baker I made pastries for 240 guests.',
      ],
    },
  ],
  [
    'ranks and titles',
    {
      right: ['As a senior baker I work with a crew of four.', 'I guide and supervise two apprentices.', 'I am a baker.'],
      wrong: [
        'As bakery manager I work with a crew of four.',
        'I manage a team of bakers.',
        'I founded a bakery.',
        'I was promoted to production director.',
        'As head of pastry I made croissants.',
        'I trained the kitchen staff in hygiene.',
        'I am a qualified confectioner.',
      ],
    },
  ],
  [
    'prizes and superlatives',
    {
      right: ['In 2016 I won the prize for the best newcomer of the hotel group.'],
      wrong: ['I was Baker of the Year in 2022.', 'My rye bread is the best in Yorkshire.', 'I was the fastest baker in the region.'],
    },
  ],
  [
    'qualifications, tools and languages',
    {
      right: [
        'I hold an NVQ Level 2 in Bakery from York College.',
        'I have a driving licence.',
        'Danish is my mother tongue, and I know some German.',
        'I use Excel for stock control.',
      ],
      wrong: [
        'I hold an NVQ Level 3 in Bakery.',
        'I have a degree in food science.',
        'My NVQ is from Hull College.',
        'I speak fluent German.',
        'I speak Swedish.',
        'I work with SAP.',
        'I have experience with spelt.',
      ],
    },
  ],
  [
    'what was done, without name or number',
    {
      right: ['I looked after the oven maintenance.', 'I weigh each batch to waste less flour.'],
      wrong: [
        'I negotiated with the millers.',
        'I developed recipes for gluten-free cakes.',
        'I wrote a blog about fermentation.',
        'I bake wedding cakes and decorate them.',
        'I weigh every batch and order the flour abroad.',
      ],
    },
  ],
  [
    'the company',
    {
      right: [
        'You run six shops and a mill in Beverley.',
        'I was glad to read that you opened a school for children in 2024.',
        'Your mill grinds twelve tonnes of local wheat each month.',
        'Loaf & Ladle expects experience with spelt.',
      ],
      wrong: [
        'You run sixteen shops.',
        'Your mill was built in 1820.',
        'I admire your organic certificate and your wholesale business.',
        'Loaf & Ladle is the largest bakery in Yorkshire.',
        'Your mill grinds 12 tonnes of wheat a day.',
        'Your founder Tom Ladle inspires me.',
        'I loved your stand at the York food festival.',
      ],
    },
  ],
  [
    'quotations',
    {
      right: ['One line stayed with me: “The mill grinds 12 tonnes of local wheat a month.”'],
      wrong: ['One line stayed with me: “The mill grinds nothing but the finest spelt.”'],
    },
  ],
];

describe.each(families)('%s', (_, { right, wrong }) => {
  it('are found in what is true', () => {
    expect(verdicts(right)).toEqual(right.map((sentence) => `grounded: ${sentence}`));
  });

  it('are missed in what is invented', () => {
    expect(verdicts(wrong)).toEqual(wrong.map((sentence) => `unsupported: ${sentence}`));
  });
});
