import { describe, expect, it } from '@jest/globals';
import { parseResume } from './parse-resume.ts';

const unitsOf = (resume: string) => parseResume(resume).units.map(({ id, scope, text }) => `${id} ${scope} ${text}`);
const rolesOf = (resume: string) =>
  parseResume(resume).roles.map(
    ({ title, employer, period }) => `${title} | ${employer} | ${period?.start.year ?? '?'}–${period?.end?.year ?? ''}`,
  );

describe('parseResume', () => {
  it('reads markdown with headings, dates and bullets', () => {
    const { profile, roles } = parseResume(
      '# Ana Lima\nPorto\n## Experience\n### Cook, Blue Door (Jan 2020 – Mar 2023)\n- Cooked for 80 guests.',
    );
    expect(profile.name).toBe('Ana Lima');
    expect(roles).toEqual([
      {
        id: 'role1',
        heading: 'Cook, Blue Door (Jan 2020 – Mar 2023)',
        title: 'Cook',
        employer: 'Blue Door',
        period: { start: { year: 2020, month: 1 }, end: { year: 2023, month: 3 } },
      },
    ]);
  });

  it('reads plain text without section titles', () => {
    expect(
      unitsOf(
        'Ana Lima — Porto\nCook, Blue Door (2020 – present)\n• Cooked for 80 guests.\nBSc Chemistry, University of Porto, 2012–2015\nSkills: baking',
      ),
    ).toEqual([
      'R1 role1 Cooked for 80 guests.',
      'E1 E1 BSc Chemistry, University of Porto, 2012–2015',
      'K1 skills baking',
      'P0 profile Ana Lima — Porto',
    ]);
  });

  it.each([
    ['title and employer on lines of their own', '# A B\n## Work experience\n### Waiter\n**Blue Door**, Porto | 2019 - 2021\n- Served'],
    ['employer first', '# A B\n## Work experience\nBlue Door Hotel\nWaiter\n2019 - 2021\nPorto\nServed guests in three rooms.'],
    ['dates first', 'A B\nEmployment\n2019–2021   Waiter, Blue Door Hotel\n- Served'],
    ['a table', 'A B\nEmployment\n| Dates | Role | Employer |\n|---|---|---|\n| 2019 – 2021 | Waiter | Blue Door |'],
    ['capitals and an underline', 'A B\n\nEXPERIENCE\n==========\nWaiter at Blue Door, 2019-2021\nServed guests.'],
    ['two-digit years', 'A B\nWork history:\nWaiter, Blue Door 03/19 – 05/21'],
  ])('reads a position with %s', (_, resume) => {
    expect(rolesOf(resume)[0]).toMatch(/^Waiter \| Blue Door.* \| 2019–2021$/);
  });

  it('tells positions apart that follow each other without lines below', () => {
    const dated = 'A B\nExperience\n2019–2021 Waiter, Blue Door\n2017–2019 Cook, Anchor Inn';
    const datedLast = 'A B\nExperience\nWaiter\nBlue Door, 2019–2021\nCook\nAnchor Inn, 2017–2019';
    for (const resume of [dated, datedLast])
      expect(rolesOf(resume)).toEqual(['Waiter | Blue Door | 2019–2021', 'Cook | Anchor Inn | 2017–2019']);
  });

  it('lends an employer to the positions listed below it', () => {
    const resume =
      "# Ben\n## Work\n### St Mary's Hospital (2012 – 2020)\n**Ward Sister** (2016–2020)\n- Ran a ward.\n**Staff Nurse** (2012–2016)\n- Nursed.";
    expect(rolesOf(resume)).toEqual(["Ward Sister | St Mary's Hospital | 2016–2020", "Staff Nurse | St Mary's Hospital | 2012–2016"]);
  });

  it('reads other languages', () => {
    const resume =
      'Lebenslauf\nAnna Schmidt\nBerufserfahrung\nseit 03/2019 Elektrikerin, Müller GmbH, Köln\n- Wartung\nAusbildung\n2012–15 Ausbildung, Berufskolleg Köln\nKenntnisse\nSPS, KNX';
    expect(parseResume(resume).profile.name).toBe('Anna Schmidt');
    expect(rolesOf(resume)).toEqual(['Elektrikerin | Müller GmbH | 2019–']);
    expect(unitsOf(resume)).toContain('K1 skills SPS, KNX');
  });

  it('keeps a degree on several lines together and certificates apart', () => {
    const resume =
      'A B\nEducation\nBSc Nursing\nUniversity of Leeds\n2012–2015\nPGCE, University of York, 2018\nFirst aid (2021), Food hygiene (2022)';
    expect(unitsOf(resume).filter((unit) => unit.startsWith('E'))).toEqual([
      'E1 E1 BSc Nursing, University of Leeds, 2012–2015',
      'E2 E2 PGCE, University of York, 2018',
      'E3 E3 First aid (2021)',
      'E4 E4 Food hygiene (2022)',
    ]);
  });

  it('takes a licence for an entry, not for the title of a section', () => {
    expect(unitsOf('A B\nLicences\nDriving licence\nCSCS card')).toEqual(
      expect.arrayContaining(['E1 E1 Driving licence', 'E2 E2 CSCS card']),
    );
  });

  it('takes volunteering as positions, projects without an employer, and awards each by itself', () => {
    const resume =
      '# A B\n## Volunteering\nTreasurer, Rowing Club, since 2018\n## Projects\n### Weather station (2020)\n- Soldered it\n## Awards\n- Prize 2019\n- Prize 2020';
    expect(rolesOf(resume)).toEqual(['Treasurer | Rowing Club | 2018–', 'null | null | 2020–2020']);
    expect(unitsOf(resume)).toEqual(expect.arrayContaining(['P1 P1 Prize 2019', 'P2 P2 Prize 2020']));
  });

  it('reads a resume written as prose', () => {
    expect(unitsOf('I am a carpenter from Leeds. I worked for Smith & Sons from 2010 to 2018. I like oak.')).toEqual([
      'P1 profile I am a carpenter from Leeds.',
      'P2 P2 I worked for Smith & Sons from 2010 to 2018.',
      'P3 profile I like oak.',
    ]);
  });

  it('joins a bullet that was wrapped by hand', () => {
    expect(unitsOf('A B\nExperience\nCook, Blue Door (2020 – 2021)\n- Cooked for\n  80 guests')).toContain('R1 role1 Cooked for 80 guests');
  });

  it.each(['', '   \n', 'One line', '- only\n- bullets', '#', '| a | b |', '====\n----'])('takes anything: %j', (resume) => {
    expect(() => parseResume(resume)).not.toThrow();
  });
});
