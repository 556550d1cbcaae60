import type { EvidenceUnit, Role } from '@coverwright/server';
import type { Material, Sentence } from '../material.ts';
import { say, type Desk } from './desk.ts';
import { openings, openingsWithin } from './frame-phrases.ts';
import { fill, phrases } from './phrases.ts';
import { postOf, sayTitle, sinceOf, untilOf } from './say-role.ts';
import { listOf, lowerFirst, withoutStop } from './tidy-text.ts';

/** Praise of oneself that no reader believes: such a line is not repeated. */
const boast =
  /\b(?:passionate|dynamic|results?[- ](?:driven|oriented)|proven|motivated|hard[- ]?working|enthusiastic|dedicated|team player|self[- ]starter|seeking|looking for)\b/i;
const longestProfile = 200;

/** `Senior Nurse` as in `the Senior Nurse position`; a title that says so itself needs no further word. */
const positionOf = (title: string): string => (/\b(?:position|role|post|job|vacancy)$/i.test(title) ? title : `${title} position`);

/** Wordings of the sentence that names title and company as they are stored. */
function applicationWordings({ material, choose }: Desk): string[] {
  const { jobTitle, company } = material.evidence;
  const values = { post: positionOf(jobTitle), company };
  return [choose('opening', openings[material.wishes.tone]), choose('opening within', openingsWithin)].map((phrase) =>
    fill(phrase, values),
  );
}

/** A line of the resume's profile as a sentence of the person, when it is one that can be said. */
export function sayProfile(unit: EvidenceUnit, names: ReadonlySet<string>): string | null {
  const text = withoutStop(unit.text);
  if (text.length > longestProfile || boast.test(text)) return null;
  if (/^I\b/.test(text)) return `${text}.`;
  const [, article = '', rest = ''] =
    /^(?:(an?)\s+)?([\p{L}\s,-]{4,70}?\b(?:with|who|working|based|specialising|specializing)\b.+)$/iu.exec(text) ?? [];
  if (rest === '' || /^(?:with|who|working)\b/i.test(rest)) return null;
  return `I am ${article.toLowerCase() || (/^[aeiou]/i.test(rest) ? 'an' : 'a')} ${lowerFirst(rest, names)}.`;
}

/** Wordings of where the person works, or worked last. */
function postWordings(role: Role | undefined, { material, choose }: Desk): string[] {
  const { title, employer } = postOf(role);
  if (!role || !title || !employer) return [];
  const since = sinceOf(role);
  const until = untilOf(role);
  const values = { title: sayTitle(title, material.names, material.foreign !== null), employer, since: since ?? '', until: until ?? '' };
  const [first, within] = since
    ? [
        choose('post', ['I have been {title} at {employer} since {since}.', 'Since {since} I have been {title} at {employer}.']),
        'At {employer} I have been {title} since {since}.',
      ]
    : role.period?.end === null
      ? ['At present I am {title} at {employer}.', 'At {employer} I am {title} at present.']
      : until
        ? [
            choose('post', ['Until {until} I was {title} at {employer}.', 'Most recently, until {until}, I was {title} at {employer}.']),
            'At {employer} I was {title} until {until}.',
          ]
        : ['Most recently I was {title} at {employer}.', 'At {employer}, most recently, I was {title}.'];
  return [first, within].map((phrase) => fill(phrase, values));
}

const canSayPost = ({ evidence }: Material): boolean => {
  const { title, employer } = postOf(evidence.roles[0]);
  return title !== null && employer !== null;
};

/** From the application to what follows: what posting and resume share, where they do. */
function bridgeWordings({ material, choose }: Desk): string[] {
  const { shared, selection } = material;
  const plain = selection.resume.length ? choose('bridge', phrases.toWork) : choose('bridge', phrases.enclosed);
  const named = shared.slice(0, 3);
  if (named.length === 0) return [plain];
  const phrase = named.length > 1 ? choose('shared', phrases.toShared) : choose('shared', phrases.toSharedOne);
  return [fill(phrase, { list: listOf(named) }), plain];
}

/** Applies for the post, says who writes and leads to what follows. */
export function writeOpening(units: EvidenceUnit[], desk: Desk): Sentence[] {
  const { material } = desk;
  const profile = units.find((unit) => unit.kind === 'profile');
  const about = profile && sayProfile(profile, material.names);
  const application = say(desk, [], ...applicationWordings(desk));
  // Profile or present post: one of them says who writes, and letters differ in which.
  const takesProfile = about !== null && about !== undefined && (material.seed % 2 === 0 || !canSayPost(material));
  const said = takesProfile && profile ? say(desk, [profile.id], about) : [];
  const role = material.evidence.roles[0];
  const post = said.length || !role ? [] : say(desk, [], ...postWordings(role, desk));
  if (post.length && role) {
    desk.introduced.add(role.id);
    desk.current = role.id;
  }
  return [...application, ...said, ...post, ...say(desk, [], ...bridgeWordings(desk))];
}
