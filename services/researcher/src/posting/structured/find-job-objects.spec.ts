import { describe, expect, it } from '@jest/globals';
import { loadHtml } from '../../extract/load-html.ts';
import { readTitles } from '../page/page-titles.ts';
import { findStructuredPosting } from './find-structured-posting.ts';

const text = `<p>You will design seals for hospital pumps and test them in the field.</p><ul><li>Design pump seals</li></ul>
  <p>Five years of experience with rotating machines. We offer a pension.</p>`;
const url = 'https://fernhill.example/jobs/pump-engineer-12345';
const find = (body: string, at = url) => {
  const $ = loadHtml(`<html><head><title>Careers</title></head><body>${body}</body></html>`, 'page');
  return findStructuredPosting($, () => readTitles($), at).parts;
};
const json = (value: unknown) => JSON.stringify(value);
const attribute = (value: unknown) => json(value).replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
const fernhill = { job_title: 'Pump Engineer', company_name: 'Fernhill Optics' };

describe('a job in the state that a page’s scripts start from', () => {
  it.each<[string, string, object]>([
    [
      'Greenhouse (Remix)',
      `<script>window.__remixContext = ${json({
        state: {
          loaderData: {
            'routes/$url_token_.jobs_.$job_post_id': {
              jobPost: {
                id: 12345,
                title: 'Pump Engineer',
                company_name: 'Fernhill Optics',
                job_post_location: 'Jena',
                published_at: 'x',
                content: text,
              },
            },
          },
        },
      })};</script>`,
      { location: 'Jena' },
    ],
    [
      'Ashby, beside the list of its other jobs',
      `<script>window.__appData = ${json({
        organization: { name: 'Fernhill Optics', publicWebsite: 'https://fernhill.example' },
        posting: {
          id: '12345',
          title: 'Pump Engineer',
          locationName: 'Jena',
          workplaceType: 'Hybrid',
          employmentType: 'FullTime',
          descriptionHtml: text,
          isRemote: false,
          compensationTierSummary: '€60K – €70K • Offers Equity',
        },
        jobBoard: {
          jobPostings: [{ id: '1', title: 'Data Analyst', locationName: 'Oslo', employmentType: 'FullTime', departmentName: 'x' }],
        },
      })};</script>`,
      {
        company_url: 'https://fernhill.example',
        location: 'Jena',
        remote: 'hybrid',
        employment_type: 'full-time',
        salary: '€60K – €70K • Offers Equity',
      },
    ],
    [
      'Rippling (Next.js)',
      `<script id="__NEXT_DATA__" type="application/json">${json({
        props: {
          pageProps: {
            apiData: {
              jobPost: {
                uuid: 'pump-engineer-12345',
                name: 'Pump Engineer',
                description: { company: '<p>Fernhill Optics grinds lenses.</p>', role: text },
                workLocations: ['Jena, Germany', 'Remote (Germany)'],
                employmentType: { label: 'SALARIED_FT', id: 'Salaried, full-time' },
                companyName: 'Fernhill Optics',
                payRangeDetails: [{ currency: 'EUR', rangeStart: 60000, rangeEnd: 70000, frequency: 'YEAR' }],
              },
            },
          },
        },
      })}</script>`,
      { location: 'Jena, Germany; Remote (Germany)', employment_type: 'full-time', salary: 'EUR 60,000–70,000 per year', remote: 'remote' },
    ],
    [
      'Personio (a React server stream in pieces)',
      `<script>self.__next_f.push([1,${json('5:["$","div",null,{"job":{"id":12345,"name":"Pump Engineer","office":{"name":"Jena"},"employmentType":"permanent","schedule":"full-time","jobDescriptions":[{"name":"Your tasks","value":"<p>You will design seals for hospital pumps and test them in the field, again and again.</p>"},{"name":"Your pro')}])</script>
      <script>self.__next_f.push([1,${json('file","value":"<p>Five years of experience with rotating machines and good written English.</p>"}]},"company":{"name":"Fernhill Optics"}}]\n6:null\n')}])</script>`,
      { location: 'Jena', employment_type: 'permanent, full-time' },
    ],
    [
      'Phenom',
      `<script>var phApp = phApp || {"a":"x"}; phApp.ddo = ${json({
        jobDetail: {
          data: {
            job: {
              jobId: '12345',
              title: 'Pump Engineer',
              companyName: 'Fernhill Optics',
              city: 'Jena',
              country: 'Germany',
              type: 'Full time',
              description: text,
              applyUrl: 'x',
            },
          },
        },
      })}; phApp.experimentData = {};</script>`,
      { location: 'Jena, Germany', employment_type: 'full-time' },
    ],
    [
      'Eightfold (hidden text)',
      `<code style="display:none">${attribute({
        positions: [
          {
            id: 12345,
            name: 'Pump Engineer',
            location: 'Jena, Germany',
            job_description: text,
            work_location_option: 'hybrid',
            department: 'R&D',
          },
        ],
        branding: { companyName: 'Fernhill Optics' },
      })}</code>`,
      { location: 'Jena, Germany', remote: 'hybrid' },
    ],
    [
      'Comeet (two states, sections by name)',
      `<script>COMPANY_DATA = ${json({ name: 'Fernhill Optics' })}; POSITION_DATA = ${json({
        uid: '12345',
        name: 'Pump Engineer',
        employment_type: 'Full-time',
        location: { name: 'Jena Office', city: 'Jena', country: 'DE' },
        custom_fields: { details: [{ name: 'Description', value: text }] },
        company_name: 'Fernhill Optics',
      })};</script>`,
      { location: 'Jena, DE', employment_type: 'full-time' },
    ],
    [
      'Welcome to the Jungle (JSON in a string)',
      `<script>window.__INITIAL_DATA__ = ${json(
        json({
          data: {
            name: 'Pump Engineer',
            slug: 'pump-engineer-12345',
            description: text,
            contract_type: 'full_time',
            office: { city: 'Jena', country_code: 'DE' },
            organization: { name: 'Fernhill Optics' },
            salary_min: 60000,
            salary_max: 70000,
            salary_currency: 'EUR',
            salary_period: 'yearly',
          },
        }),
      )}</script>`,
      { location: 'Jena, DE', employment_type: 'full-time', salary: 'EUR 60,000–70,000 per year' },
    ],
    [
      'Nuxt 2 (a function and its arguments)',
      `<script>window.__NUXT__=(function(a,b,c){return {data:[{job:{slug:"pump-engineer-12345",title:a,description:b,location:c,employmentType:"FULL_TIME",company:{name:"Fernhill Optics"}}}]}}("Pump Engineer",${json(text)},"Jena"));</script>`,
      { location: 'Jena', employment_type: 'full-time' },
    ],
    [
      'Nuxt 3 (a flat list of references)',
      `<script type="application/json">${json([['Reactive', 1], { data: 2 }, { job: 3 }, { jobId: 9, title: 4, description: 5, jobLocation: 6, employmentType: 7, companyName: 8 }, 'Pump Engineer', text, 'Jena', 'full-time', 'Fernhill Optics', '12345'])}</script>`,
      { location: 'Jena', employment_type: 'full-time' },
    ],
    [
      'Inertia (an attribute)',
      `<div id="app" data-page="${attribute({ props: { company: { name: 'Fernhill Optics' }, job: { id: 12345, title: 'Pump Engineer', location: 'Jena', jobType: 'fulltime', salaryRange: '€60K - €70K', descriptionHtml: text } } })}"></div>`,
      { location: 'Jena', employment_type: 'full-time', salary: '€60K - €70K' },
    ],
    [
      'UltiPro (an argument of a constructor), company unknown',
      `<script>var opportunity = new US.Opportunity.CandidateOpportunityDetail(${json({ Id: '12345', Title: 'Pump Engineer', RequisitionNumber: 'P1', FullTime: true, Locations: [{ LocalizedName: 'HQ', Address: { City: 'Jena', Country: { Name: 'Germany' } } }], Description: text })});</script>`,
      { company_name: null, location: 'Jena, Germany', employment_type: 'full-time' },
    ],
    [
      'JSON-LD that a script puts in place',
      `<script>var data = ${json({ '@type': 'JobPosting', title: 'Pump Engineer', description: text, hiringOrganization: { name: 'Fernhill Optics' }, jobLocation: 'Jena' })}; document.head.append(data);</script>`,
      { location: 'Jena' },
    ],
  ])('is found in the shape of %s', (_, body, expected) => {
    const parts = find(body);
    expect(parts).toMatchObject({ ...fernhill, ...expected });
    expect(parts?.blocks.map((block) => block.text).join(' ')).toContain('Five years of experience with rotating machines');
  });

  it('keeps a text once that is there as markup and as plain text', () => {
    const state = {
      id: 12345,
      title: 'Pump Engineer',
      employmentType: 'x',
      applyUrl: 'x',
      descriptionHtml: text,
      descriptionPlain: text.replace(/<[^>]+>/g, ' '),
    };
    const blocks = find(`<script>window.s = ${json(state)}</script>`)?.blocks ?? [];
    expect(blocks.filter((block) => block.text.includes('rotating machines'))).toHaveLength(1);
  });

  it('is not an article, a product or one of a list that nothing singles out', () => {
    const state = (value: unknown) => find(`<script>window.s = ${json(value)}</script>`);
    expect(state({ title: 'Careers', description: text.repeat(3), category: 'News', location: 'Jena', datePublished: 'x' })).toBeNull();
    expect(state({ name: 'Pump', description: text.repeat(3), sku: 1, reference: 'x', type: 'pump', price: 3 })).toBeNull();
    const list = ['Sales Manager', 'Data Analyst'].map((title) => ({
      title,
      employmentType: 'x',
      applyUrl: 'y',
      description: text.repeat(3),
    }));
    expect(state(list)).toBeNull();
  });

  it('does not take over a posting of another title in the structured data', () => {
    const ld = { '@type': 'JobPosting', title: 'Pump Engineer', description: text };
    const state = { title: 'Sales Manager', id: 12345, employmentType: 'full-time', applyUrl: 'x', location: 'Oslo', description: text };
    const parts = find(`<script type="application/ld+json">${json(ld)}</script><script>s = ${json(state)}</script>`);
    expect(parts).toMatchObject({ job_title: 'Pump Engineer', location: null, employment_type: null });
  });
});
