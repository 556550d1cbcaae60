import type { RecognisedResume } from '@coverwright/contracts';
import { parseResume, type Period, type YearMonth } from '@coverwright/server';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** What letters will be able to lean on: the same reading of the resume that they are checked against. */
export function recogniseResume(content: string): RecognisedResume {
  const { profile, roles, units } = parseResume(content);
  const texts = (kind: string) => units.filter((unit) => unit.kind === kind).map((unit) => unit.text);
  return {
    name: profile.name,
    roles: roles.map(({ title, employer, period }) => ({ title, employer, period: period && say(period) })),
    education: texts('education'),
    skills: texts('skills')
      .flatMap((text) => text.split(/\s*[,;|•·]\s*/))
      .filter((text) => text !== ''),
  };
}

/** What to look at before the resume is saved. */
export function findGaps({ name, roles, education, skills }: RecognisedResume): string[] {
  const undated = roles.filter(({ period }) => period === null).length;
  return [
    ...(name === null ? ['No name was found. Write yours in the first line, as in "# Ana Lima".'] : []),
    ...(roles.length === 0
      ? [
          'No positions were found. Give each a line of its own below "## Experience", as in "### Nurse, St Mary’s Hospital (03/2019 – present)".',
        ]
      : []),
    ...(undated > 0 ? [undated === 1 ? 'One position has no dates.' : `${undated} positions have no dates.`] : []),
    ...(education.length === 0 ? ['No education was found. List it below "## Education".'] : []),
    ...(skills.length === 0 ? ['No skills were found. List them below "## Skills".'] : []),
  ];
}

const say = ({ start, end }: Period): string => `${at(start)} – ${end === null ? 'present' : at(end)}`;
const at = ({ year, month }: YearMonth): string => (month === null ? String(year) : `${months[month - 1]} ${year}`);
