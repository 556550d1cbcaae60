import { describe, expect, it } from '@jest/globals';
import { parseResume } from './parse-resume.ts';

const unitsOf = (resume: string) => parseResume(resume).units.map(({ id, scope, text }) => `${id} ${scope} ${text}`);

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

  it('joins a title and an employer that stand on lines of their own', () => {
    const { roles } = parseResume('# A B\n## Work experience\n### Waiter\n**Blue Door**, Porto | 2019 - 2021\n- Served');
    expect(roles[0]).toMatchObject({ title: 'Waiter', employer: 'Blue Door', period: { end: { year: 2021 } } });
  });

  it.each(['', '   \n', 'One line', '- only\n- bullets', '#'])('takes anything: %j', (resume) => {
    expect(() => parseResume(resume)).not.toThrow();
  });
});
