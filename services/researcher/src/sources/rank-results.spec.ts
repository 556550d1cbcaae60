import { describe, expect, it } from '@jest/globals';
import { rankResults } from './rank-results.ts';

const result = (url: string, title: string, content = '') => ({ url, title, content });

describe('rankResults', () => {
  const site = new URL('https://acme.example/');

  it('takes pages of other hosts that name the company, news first, one a host', () => {
    const results = [
      result('https://acme.example/about', 'About Acme'),
      result('https://pumps.example/guide', 'A guide to pumps'),
      result('https://paper.example/1', 'Pumps in hospitals', 'A visit to Acme in Bergen'),
      result('https://trade.example/2', 'Acme opens a plant in Turku'),
      result('https://trade.example/3', 'Acme announced a prize'),
    ];
    expect(rankResults(results, 'Acme', site)).toEqual(['https://trade.example/2', 'https://paper.example/1']);
  });

  it('leaves out what nobody can read without an account, and what is no page', () => {
    const results = [
      'https://www.linkedin.com/company/acme',
      'https://www.glassdoor.co.uk/acme',
      'https://a.example/acme.pdf',
      'ftp://a.example/acme',
      'nonsense',
    ];
    expect(
      rankResults(
        results.map((url) => result(url, 'Acme')),
        'Acme',
        null,
      ),
    ).toEqual([]);
  });

  it('puts lists of openings last', () => {
    const results = [result('https://jobs.example/acme', 'Acme jobs in Bergen'), result('https://wiki.example/acme', 'Acme')];
    expect(rankResults(results, 'Acme', site)).toEqual(['https://wiki.example/acme', 'https://jobs.example/acme']);
  });
});
