import { describe, expect, it } from '@jest/globals';
import { readPosting } from './read-posting.ts';

/** Text enough for a posting, in the words such texts use. */
const body = `<p>You will design seals for hospital pumps and test them with our customers in the field.</p>
  <h3>Responsibilities</h3><ul><li>Design pump seals</li><li>Run endurance tests on the bench</li></ul>
  <h3>Requirements</h3><ul><li>Five years of experience with rotating machines</li><li>Good written English</li></ul>
  <p>We offer benefits such as a pension and a bike. Apply with your resume.</p>`;
const page = (title: string, inner: string, head = '') =>
  `<!doctype html><html><head><title>${title}</title>${head}</head><body>${inner}</body></html>`;
const meta = (property: string, content: string) => `<meta property="${property}" content="${content}">`;

const fernhill = { company_name: 'Fernhill Optics', job_title: 'Pump Engineer' };

describe('a posting that only its page tells, in the shape of', () => {
  it.each<[string, string, string, object]>([
    [
      'Greenhouse',
      'https://boards.greenhouse.io/fernhilloptics/jobs/4012345',
      page(
        'Job Application for Pump Engineer at Fernhill Optics',
        `<div id="header"><h1 class="app-title">Pump Engineer</h1><span class="company-name">at Fernhill Optics</span>
        <div class="location">Jena, Germany</div></div><div id="content">${body}</div><form><label for="f">First Name</label><input id="f"></form>`,
      ),
      { location: 'Jena, Germany' },
    ],
    [
      'Lever',
      'https://jobs.lever.co/fernhill/75a1f1ad-13d2-4513-952c-71b6dfcaa84f',
      page(
        'Fernhill Optics - Pump Engineer',
        `<a class="main-header-logo"><img alt="Fernhill Optics logo"></a><div class="posting-headline"><h2>Pump Engineer</h2>
        <div class="posting-categories"><div class="location">Jena, Germany /</div><div class="department">R&amp;D /</div>
        <div class="commitment">Full-time</div><div class="workplaceTypes">/ Hybrid</div></div></div>${body}`,
      ),
      { location: 'Jena, Germany', employment_type: 'full-time', remote: 'hybrid' },
    ],
    [
      'Breezy',
      'https://fernhill.breezy.hr/p/1234-pump-engineer',
      page(
        'Pump Engineer at Fernhill Optics',
        `<h1>Pump Engineer</h1><ul class="meta"><li class="location"><span>Jena, Germany</span></li>
        <li class="type"><span>%LABEL_POSITION_TYPE_FULL_TIME%</span></li></ul>${body}`,
      ),
      { location: 'Jena, Germany', employment_type: 'full-time' },
    ],
    [
      'JazzHR',
      'https://fernhilloptics.applytojob.com/apply/aBcDeF/Pump-Engineer',
      page(
        'Pump Engineer - Fernhill Optics - Career Page',
        `<h1>Pump Engineer</h1><div title="Location">Jena, Germany</div><div title="Type">Full Time</div>${body}`,
      ),
      { location: 'Jena, Germany', employment_type: 'full-time' },
    ],
    [
      'Teamtailor',
      'https://career.fernhill.example/jobs/123-pump-engineer',
      page(
        'Pump Engineer - Fernhill Optics',
        `<h1><span>Pump Engineer</span></h1><div>R&amp;D · Jena · Hybrid Remote</div>${body}<dl><dt>Department</dt><dd>R&amp;D</dd>
        <dt>Locations</dt><dd>Jena</dd><dt>Remote status</dt><dd>Hybrid</dd><dt>Employment type</dt><dd>Full-time</dd></dl>`,
      ),
      { location: 'Jena', employment_type: 'full-time', remote: 'hybrid' },
    ],
    [
      'iCIMS, with labels for screen readers',
      'https://careers-fernhill.icims.com/jobs/1234/pump-engineer/job?in_iframe=1',
      page(
        'Pump Engineer in Jena, Germany | Careers at Fernhill Optics',
        `<h1 class="iCIMS_Header">Pump Engineer</h1><dl><div><dt><span class="sr-only field-label">Job Locations</span></dt>
        <dd><span>DE-Jena</span></dd></div><div><dt>Type</dt><dd>Regular Full-Time</dd></div></dl>${body}`,
      ),
      { location: 'DE-Jena', employment_type: 'full-time, permanent' },
    ],
    [
      'Taleo',
      'https://fernhill.taleo.net/careersection/2/jobdetail.ftl?job=1234',
      page(
        'Job Description - Pump Engineer (1234)',
        `<div class="titlepage">Job Description</div><div><span class="titlepage">Pump Engineer</span> - (1234)</div>${body}
        <div><span>Primary Location</span>: <span>Germany-Thuringia-Jena</span></div>
        <div><span>Organization</span>: <span>Fernhill Optics</span></div><div><span>Schedule</span>: <span>Full-time</span></div>`,
      ),
      { location: 'Germany-Thuringia-Jena', employment_type: 'full-time' },
    ],
    [
      'Jobvite, with its places in one line',
      'https://jobs.jobvite.com/fernhill/job/oAbCdEf',
      page(
        'Fernhill Optics Careers - Pump Engineer',
        `<h2 class="jv-header">Pump Engineer</h2><p>R&amp;D<span></span>Hybrid Remote<span>, </span>Boston, MA<span></span>Miami, FL</p>${body}`,
        meta('og:title', 'Fernhill Optics is looking for Pump Engineer.'),
      ),
      { location: 'Boston, MA; Miami, FL', remote: 'hybrid' },
    ],
    [
      'LinkedIn’s public page',
      'https://www.linkedin.com/jobs/view/pump-engineer-at-fernhill-optics-391234567',
      page(
        'Fernhill Optics hiring Pump Engineer in Jena, Thuringia, Germany | LinkedIn',
        `<h1 class="topcard__title">Pump Engineer</h1><h4><span><a class="topcard__org-name-link">Fernhill Optics</a></span><span
        class="topcard__flavor--bullet">Jena, Thuringia, Germany</span></h4><form><input type="password"></form>${body}
        <ul><li><h3>Employment type</h3><span>Full-time</span></li></ul><h2>Similar jobs</h2>`,
        meta('og:site_name', 'LinkedIn'),
      ),
      { location: 'Jena, Thuringia, Germany', employment_type: 'full-time' },
    ],
    [
      'Indeed',
      'https://www.indeed.com/viewjob?jk=abc',
      page(
        'Pump Engineer - Austin, TX - Indeed.com',
        `<h1>Pump Engineer</h1><div data-testid="inlineHeader-companyName"><a>Fernhill Optics</a></div>
        <div data-testid="inlineHeader-companyLocation">Austin, TX</div><div id="salaryInfoAndJobType"><span>$80,000 - $100,000 a year</span>
        <span>- Full-time</span></div>${body}`,
      ),
      { location: 'Austin, TX', employment_type: 'full-time', salary: '$80,000 - $100,000 a year' },
    ],
    [
      'a board’s own site with the employer on the page',
      'https://hub.example/job/pump-engineer/',
      page(
        'Pump Engineer – Jobs Hub',
        `<h1>Pump Engineer</h1><ul class="job-listing-meta"><li class="job-type">Full Time</li><li class="location">Nairobi, Kenya</li></ul>
        <div class="company"><p class="name"><strong>Fernhill Optics</strong></p></div>${body}`,
        meta('og:site_name', 'Jobs Hub'),
      ),
      { location: 'Nairobi, Kenya', employment_type: 'full-time' },
    ],
    [
      'a public employer’s board of labelled blocks',
      'https://www.governmentjobs.com/careers/fernhill/jobs/4445556/pump-engineer',
      page(
        'Job Bulletin',
        `<h2 class="entity-title">Pump Engineer</h2><div><div>Location</div><div><p>Seattle, WA</p></div></div><div><div>Job Type</div><div>
        <p>Regular, Full time, 40 hrs/week</p></div></div><div><span>Salary</span><span>$45.10 - $57.20 Hourly</span></div>${body}
        <dl><dt>Employer</dt><dd>Fernhill Optics</dd></dl>`,
      ),
      { location: 'Seattle, WA', employment_type: 'full-time, permanent', salary: '$45.10 - $57.20 Hourly' },
    ],
    [
      'a shell that names the job in its head and on a board of many',
      'https://ats.rippling.com/fernhill-optics/jobs/1',
      page('Pump Engineer', `<h1>Pump Engineer</h1>${body}`),
      {},
    ],
  ])('%s', (_, url, html, expected) => {
    const { posting, obstacle } = readPosting(html, url);
    expect(obstacle).toBeNull();
    expect(posting).toMatchObject({ ...fernhill, ...expected });
    expect(posting.job_description).toContain('\n\nResponsibilities\n\n• Design pump seals\n• Run endurance tests on the bench\n\n');
  });
});

describe('a posting on a company’s own site', () => {
  it('is put together from title, address, logo and text', () => {
    const html = page(
      'Corporate Associate – New York | Careers | Marlow &amp; Pike LLP',
      `<header><a aria-label="Marlow &amp; Pike home"><svg></svg></a><nav>People Offices Careers</nav></header><p>Open Positions</p>
      <h1>Corporate Associate</h1><p>New York</p><p>Our New York office is seeking an associate.</p>${body}
      <p>The base salary range for this position is $225,000 to $345,000.</p><footer>© 2026 Marlow &amp; Pike LLP. All rights reserved.</footer>`,
    );
    const { posting, missing } = readPosting(html, 'https://www.marlowpike.example/careers/open-positions/corporate-associate');
    expect(posting).toMatchObject({
      company_name: 'Marlow & Pike LLP',
      company_url: 'https://www.marlowpike.example/',
      job_title: 'Corporate Associate',
      location: 'New York',
      salary: '$225,000 to $345,000',
    });
    expect(missing).toEqual(['remote', 'employment_type']);
  });

  it('is named by its domain’s initials and not by a word the text also writes small', () => {
    const html = page(
      'Attorney',
      `<h1>Real Estate Attorney</h1><p>Attorney Opportunities</p><p>Marlow, Oak &amp; Pike is a firm of forty attorneys.</p>${body}`,
    );
    expect(readPosting(html, 'https://careers.mop.example/job/real-estate-attorney').posting.company_name).toBe('Marlow, Oak & Pike');
  });
});
