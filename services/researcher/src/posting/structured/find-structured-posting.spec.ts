import { describe, expect, it } from '@jest/globals';
import { loadHtml } from '../../extract/load-html.ts';
import { readTitles } from '../page/page-titles.ts';
import { findStructuredPosting } from './find-structured-posting.ts';

const url = 'https://fernhill.example/jobs/pump-engineer-12345';
const description = `<p>You will design seals for hospital pumps.</p><ul><li>Test them &amp; write it down</li></ul>${'<p>Point about the work with water.</p>'.repeat(8)}`;
const find = (html: string, at = url) => {
  const $ = loadHtml(html, 'page');
  return findStructuredPosting($, () => readTitles($), at);
};
const ld = (value: unknown) => `<script type="application/ld+json">${typeof value === 'string' ? value : JSON.stringify(value)}</script>`;
const job = { '@type': 'JobPosting', title: 'Pump Engineer', hiringOrganization: { name: 'Fernhill Optics' }, description };
const fernhill = { job_title: 'Pump Engineer', company_name: 'Fernhill Optics' };

describe('a JobPosting in JSON-LD', () => {
  const parts = (fields: object) => find(ld({ ...job, ...fields })).parts;

  it('gives every part', () => {
    const fields = {
      employmentType: ['FULL_TIME', 'CONTRACTOR'],
      jobLocation: { address: { addressLocality: 'Bergen', addressRegion: 'Vestland', addressCountry: { name: 'Norway' } } },
      jobLocationType: 'TELECOMMUTE',
      baseSalary: { currency: 'NOK', value: { minValue: 600000, maxValue: 700000, unitText: 'YEAR' } },
      hiringOrganization: { name: 'Fernhill &amp; Sons', sameAs: 'https://fernhill.example' },
    };
    expect(parts(fields)).toMatchObject({
      job_title: 'Pump Engineer',
      company_name: 'Fernhill & Sons',
      company_url: 'https://fernhill.example',
      location: 'Bergen, Vestland, Norway',
      remote: 'remote',
      employment_type: 'full-time, contract',
      salary: 'NOK 600,000–700,000 per year',
    });
  });

  it.each([
    ['in a graph', { '@graph': [{ '@type': 'WebSite', name: 'Boardly' }, job] }],
    ['in a list', [{ '@type': 'Organization', name: 'Boardly' }, job]],
    ['under a page', { '@type': 'WebPage', mainEntity: job }],
    ['with several types', { ...job, '@type': ['Thing', 'https://schema.org/JobPosting'] }],
    ['with the employer as a bare string', { ...job, hiringOrganization: 'Fernhill Optics' }],
    [
      'with the employer by reference, behind the board',
      [
        { '@type': 'Organization', '@id': '#board', name: 'Boardly', url: 'https://boardly.example' },
        { '@type': 'Organization', '@id': '#employer', name: 'Fernhill Optics', url: 'https://fernhill.example' },
        { ...job, hiringOrganization: { '@id': '#employer' } },
      ],
    ],
  ])('is found %s', (_, value) => {
    expect(find(ld(value)).parts).toMatchObject(fernhill);
  });

  it('is read in the sloppy ways sites write it', () => {
    const sloppy = `<!-- ${JSON.stringify({ ...job, note: '' })
      .replace('hospital', 'the "best"\n hospital')
      .replace(/}$/, ',};')} -->`;
    expect(find(ld(sloppy)).parts).toMatchObject(fernhill);
    const escaped = description.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    expect(parts({ description: escaped })?.blocks.slice(0, 2)).toMatchObject([
      { text: 'You will design seals for hospital pumps.' },
      { text: 'Test them & write it down', role: 'item' },
    ]);
  });

  it.each([
    ['two places, one of them nowhere', [{ address: 'Jena' }, { address: { addressLocality: 'N/A', addressCountry: 'DE' } }], 'Jena; DE'],
    ['a place that says its state twice', { address: { addressLocality: 'Berlin', addressRegion: 'Berlin' } }, 'Berlin'],
    ['only a placeholder', { address: { addressLocality: 'Multiple Locations' } }, null],
    ['a bare string', 'Jena, Germany', 'Jena, Germany'],
    ['only a name', { '@type': 'Place', name: 'Jena campus' }, 'Jena campus'],
  ])('names its place from %s', (_, jobLocation, expected) => {
    expect(parts({ jobLocation })?.location).toBe(expected);
  });

  it('takes where applicants may live for the place of remote work', () => {
    const fields = { jobLocationType: 'TELECOMMUTE', applicantLocationRequirements: { '@type': 'Country', name: 'Germany' } };
    expect(parts(fields)).toMatchObject({ location: 'Germany', remote: 'remote' });
  });

  it('leaves out names that name nobody and pages on a board', () => {
    const fields = { hiringOrganization: { name: 'Confidential', sameAs: 'https://www.linkedin.com/company/x' }, employmentType: 'OTHER' };
    expect(parts(fields)).toMatchObject({ company_name: null, company_url: null, employment_type: null });
  });

  it('adds what stands beside the description and not what repeats it', () => {
    const qualifications = 'A degree in engineering, and patience with machines that turn and turn and turn. '.repeat(2);
    const texts = parts({ qualifications, responsibilities: 'You will design seals for hospital pumps.' })?.blocks.map(({ text }) => text);
    expect(texts?.filter((text) => text.startsWith('You will'))).toHaveLength(1);
    expect(texts?.at(-1)).toContain('A degree in engineering');
  });

  it('is chosen from a list by heading or address, and not at all when neither names one', () => {
    const other = { ...job, title: 'Sales Manager', url: 'https://fernhill.example/jobs/sales-manager-7' };
    expect(find(`<h1>Pump Engineer</h1>${ld([other, job])}`).parts).toMatchObject(fernhill);
    expect(find(ld([job, other]), other.url).parts?.job_title).toBe('Sales Manager');
    expect(find(ld([other, job]))).toEqual({ parts: null, count: 2 });
  });

  it('is one posting when the page says it twice', () => {
    const again = { ...job, description: '', employmentType: 'PART_TIME' };
    expect(find(ld([job, again])).parts).toMatchObject({ ...fernhill, employment_type: 'part-time' });
  });

  it.each(['', 'no json', '['.repeat(100_000), '{"@type":"Organization","name":"x"}', 'null'])('is not found in %#', (text) => {
    expect(find(ld(text)).parts).toBeNull();
  });
});

describe('a posting in the markup of the page', () => {
  it('is read from microdata, as SmartRecruiters writes it', () => {
    const html = `<main itemscope itemtype="http://schema.org/JobPosting"><meta itemprop="hiringOrganization" content="Fernhill Optics">
      <h1 itemprop="title">Pump Engineer</h1><li itemprop="jobLocation" itemscope itemtype="http://schema.org/Place"><span itemprop="address"
      itemscope itemtype="http://schema.org/PostalAddress"><meta itemprop="addressLocality" content="Jena"></span></li>
      <li itemprop="employmentType">Full-time</li><div itemprop="responsibilities">${description}</div></main>`;
    expect(find(html).parts).toMatchObject({ ...fernhill, location: 'Jena', employment_type: 'full-time' });
    expect(find(html).parts?.blocks.map(({ text }) => text)).toContain('Test them & write it down');
  });

  it('is read from microdata, as SuccessFactors writes it', () => {
    const html = `<div itemscope itemtype="http://schema.org/JobPosting"><meta itemprop="hiringOrganization" content="Fernhill Optics">
      <span itemprop="title">Pump Engineer</span><span itemprop="jobLocation" itemscope><span itemprop="address" itemscope>
      <meta itemprop="streetAddress" content="Jena, TH, DE, 07743"></span></span><span itemprop="description">${description}</span></div>`;
    expect(find(html).parts).toMatchObject({ ...fernhill, location: 'Jena, TH, DE' });
  });

  it('is read from RDFa', () => {
    const html = `<div vocab="https://schema.org/" typeof="JobPosting"><h1 property="schema:title">Pump Engineer</h1>
      <div property="hiringOrganization" typeof="Organization"><a property="url" href="https://fernhill.example/">site</a>
      <span property="name">Fernhill Optics</span></div><div property="jobLocation" typeof="Place"><div property="address"
      typeof="PostalAddress"><span property="addressLocality">Jena</span></div></div><div property="description">${description}</div></div>`;
    expect(find(html).parts).toMatchObject({ ...fernhill, company_url: 'https://fernhill.example/', location: 'Jena' });
  });
});
