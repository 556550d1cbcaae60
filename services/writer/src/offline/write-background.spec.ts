import { describe, expect, it } from '@jest/globals';
import { sayEntry } from './write-background.ts';

describe('sayEntry', () => {
  it.each([
    ['BSc Forestry, University of Aberdeen, 2015', 'a BSc in Forestry from the University of Aberdeen (2015)'],
    ['MSc Soil Science | Bangor University | 2018', 'an MSc in Soil Science from Bangor University (2018)'],
    ['NVQ Level 2 Catering, 2016', 'an NVQ Level 2 Catering (2016)'],
    ['NEBOSH General Certificate; IOSH, 2020', 'a NEBOSH General Certificate and IOSH (2020)'],
    ['Category C, forklift, tachograph card', 'Category C, forklift and tachograph card'],
    ['Chartered Surveyor (MRICS), 2019', 'Chartered Surveyor (MRICS, 2019)'],
    ['First Aid at Work', 'First Aid at Work'],
  ])('says %s as a person would', (entry, said) => {
    expect(sayEntry(entry)).toBe(said);
  });
});
