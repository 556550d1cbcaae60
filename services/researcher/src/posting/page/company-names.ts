import { isGenericTitle, namesRole } from './title-words.ts';
import { isPlaceholder } from '../values/name-values.ts';
import { squeeze } from '../values/squeeze.ts';

const LEGAL =
  /[,\s]+(?:inc|incorporated|llc|l\.l\.c|llp|l\.l\.p|ltd|limited|plc|corp|corporation|co|gmbh(?: & co\.? kgaa?)?|ag|se|kg|ug|sa|sas|s\.a|sarl|srl|s\.r\.l|spa|s\.p\.a|bv|b\.v|nv|n\.v|ab|as|a\/s|aps|oy|oyj|sp\. z o\.o|s\.l|lda|pty|pvt)\.?$/i;
const HEAD =
  /^(?:(?:careers?|jobs?|working|work|life|vacancies|opportunities|openings|join|joining|apply|job (?:application|opening)s?)\s+(?:at|with|for|us at|in|@)\s+|(?:join|about|why|welcome to|visit|meet|inside|(?:the )?team at|powered by|logo(?: of)?|home(?: of)?|über|à propos de|sobre|karriere bei|jobs bei|carrières? chez|emplois chez|trabaja en|empleo en|lavora con|werken bij|jobba (?:på|hos)|job hos|praca w)\s+|at\s+|@\s*)/i;
const TAIL =
  /[\s,|:–—-]*(?:(?:\b(?:external|global|internal|official|our|corporate|professional|current|all|open|company|group)\b\s+)?\b(?:careers?(?: (?:page|site|website|portal|home|opportunities|center))?|jobs?(?: (?:board|page|site|portal|details?|search|listings?|openings?))?|career ?pages?|recruit(?:ing|ment)(?: (?:site|portal))?|hiring|opportunities|current openings|openings|vacancies|talent(?: (?:community|network|acquisition))?|employment|website|home ?page|home|logo|icon|official site|karriere(?:portal|seite)?|stellenangebote|stellen|recrutement|carri[eè]res?|emplois?|empleo|carreiras|vagas|vacatures|lavora con noi|kariera|jobbportal|ledige stillinger))+\s*$/i;
/** Words that start a sentence or a heading, not a name. */
const NO_NAME =
  /^(?:(?:our|your) (?:teams?|people|company|culture|values|mission|offices?|firm|story|work|jobs|roles|locations?|benefits)|we|you|our|your|us|this|that|these|the (?:role|team|job|position|company|firm|group|successful|ideal|candidate|opportunity|salary|base|pay|office)|it|they|who|what|why|how|where|when|if|as|in|on|for|with|all|and|or|a|an|here|there|please|candidates?|applicants?|employees?|all rights reserved|equal opportunity|read more|learn more|job|role|position|apply|skip|home|menu|english|deutsch|français|español|usa?|about|join|every|each|some|many|most|must|will|can|should|key|main|other|additional|required|preferred|minimum|bachelor|master|experience|knowledge|ability|strong|excellent|full|part|privacy|terms|cookies?|copyright|linkedin|facebook|twitter|instagram|youtube|xing|glassdoor|indeed|google|apple|play store|image|photo|banner|background|arrow|close|open|search|share|email|phone|location|company|employer|team|wir|sie|du|unser|die|der|das|nous|vous|notre|le|la|les|el|los|las|il|lo|de|het|vi|careers?|jobs?|opportunities|not found)$/i;
const MAX_NAME = 80;

/** A name without what pages put around it ("Careers at …", "… Jobs", a logo's "home"); null when nothing that could be a name is left. */
export function cleanCompany(raw: string): string | null {
  let name = raw.replace(/[®™©]/g, '').replace(/\s+/g, ' ').trim();
  for (let round = 0; round < 3; round += 1) {
    const shorter = name.replace(HEAD, '').replace(TAIL, '').trim();
    if (shorter === name) break;
    name = shorter;
  }
  name = name.replace(/^[\s,;:|/•·–—"“”'(-]+|[\s,;:|/•·–—"“”(-]+$/g, '');
  if (name.length < 2 || name.length > MAX_NAME || !/\p{L}/u.test(name)) return null;
  if (isPlaceholder(name) || isGenericTitle(name) || NO_NAME.test(name) || /^https?:|\.(?:png|jpe?g|svg|gif|webp)$/i.test(name))
    return null;
  return /[.!?]\s+\p{Lu}/u.test(name.replace(/\b(?:\p{Lu}|Inc|Ltd|Co|St|Dr|Bros)\./gu, '')) ? null : name;
}

/** Speaks of work rather than of who offers it. */
export function isRoleLike(name: string): boolean {
  return namesRole(name);
}

/** For comparing: no legal form, no "the", no "and". */
export function coreName(name: string): string {
  return squeeze(
    name
      .replace(LEGAL, '')
      .replace(/^the\s+/i, '')
      .replace(/\s+(?:and|und|et|y|&)\s+/gi, ' '),
  );
}

export type Match = 'same' | 'start' | 'inside' | 'initials' | null;

/** How a word of the address spells a company's name. */
export function matchToken(token: string, name: string): Match {
  const full = squeeze(name);
  const core = coreName(name);
  if (core.length < 2) return null;
  if (token === full || token === core) return 'same';
  if (core.length >= 4 && token.startsWith(core)) return 'start';
  if (token.length >= 4 && core.startsWith(token)) return 'start';
  if (core.length >= 7 && token.includes(core)) return 'inside';
  const words = name
    .replace(LEGAL, '')
    .split(/[\s.-]+/)
    .filter((word) => /^\p{L}/u.test(word) && !/^(?:the|and|of|for|und|et|de)$/i.test(word));
  const initials = words.map((word) => squeeze(word)[0] ?? '').join('');
  return initials.length >= 2 && initials === token ? 'initials' : null;
}
