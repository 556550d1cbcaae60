const LANGUAGES = [
  'en',
  'de',
  'fr',
  'es',
  'it',
  'nl',
  'pt',
  'sv',
  'da',
  'nb',
  'fi',
  'pl',
  'cs',
  'hu',
  'ro',
  'tr',
  'ru',
  'uk',
  'ja',
  'zh',
  'ko',
];
const FURTHER = 'usa,u.s.,u.s.a.,us,uk,u.k.,uae,england,scotland,wales,northern ireland,emea,apac,latam,europe,european union,eu,north america,holland,deutschland,korea,taiwan,hong kong'; // prettier-ignore
const STATES =
  'alabama,alaska,arizona,arkansas,california,colorado,connecticut,delaware,florida,georgia,hawaii,idaho,illinois,indiana,iowa,kansas,kentucky,louisiana,maine,maryland,massachusetts,michigan,minnesota,mississippi,missouri,montana,nebraska,nevada,new hampshire,new jersey,new mexico,new york,north carolina,north dakota,ohio,oklahoma,oregon,pennsylvania,rhode island,south carolina,south dakota,tennessee,texas,utah,vermont,virginia,washington,west virginia,wisconsin,wyoming,district of columbia,ontario,quebec,québec,british columbia,alberta,manitoba,saskatchewan,nova scotia,new brunswick,newfoundland and labrador,new south wales,victoria,queensland,western australia,south australia,tasmania,bavaria,bayern,hessen,nordrhein-westfalen,baden-württemberg,niedersachsen,sachsen,île-de-france,catalonia,lombardia,karnataka,maharashtra,tamil nadu,telangana';
const CODES =
  'AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC PR ON QC BC AB MB SK NS NB NL NSW VIC QLD ACT TAS';

const states = new Set(STATES.split(','));
const codes = new Set(CODES.split(' '));
let countries: Set<string> | null = null;

/** Is the text the name of a country, in any of the common languages, or of one of its large parts? */
export function isCountryOrState(text: string): boolean {
  const plain = text.trim().replace(/\.$/, '').toLowerCase();
  countries ??= nameCountries();
  return states.has(plain) || countries.has(plain);
}

/** Is it the short form of a state or province, as written after a city? */
export function isStateCode(text: string): boolean {
  return codes.has(text.trim().replace(/\./g, ''));
}

/** The runtime knows them all; a list of our own would only age. */
function nameCountries(): Set<string> {
  const names = new Set(FURTHER.split(','));
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
  for (const language of LANGUAGES) {
    const display = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
    for (const first of letters)
      for (const second of letters) {
        const name = display.of(first + second);
        if (name !== undefined && !/^(?:ZZ|EU|UN)$/.test(first + second)) names.add(name.toLowerCase());
      }
  }
  return names;
}

const REMOTE_WORDS = /\b(?:fully|100\s?%|partially|hybrid|remote|remoto|on-?site|home ?office|work from home|anywhere)\b/gi;
const CITY =
  /^(?:[\p{Lu}\p{Lo}][\p{L}\p{M}.'’-]*|de|del|la|le|les|of|am|an|der|do|da|di|sur|upon|bei|den|el|al|’s|s|im|and|&)(?:[ -](?:[\p{Lu}\p{Lo}(][\p{L}\p{M}.'’)-]*|de|del|la|le|les|of|am|an|der|do|da|di|sur|upon|bei|den|el|al|im|and|&))*$/u;
const NO_PLACE =
  /\b(?:engineer(?:ing)?|manager|management|developer|sales|marketing|product|design(?:er)?|finance|legal|attorney|lawyers?|associate|operations|technology|department|team|people|apply|job|jobs|career|careers|full|part|time|permanent|contract|intern|senior|junior|director|analyst|consult\w*|customer|support|data|software|research|business|human|resources|group|services?|inc|llc|gmbh|ltd|corp|posted|today|ago|share|save|back|home|search|menu|login|sign)\b/i;

/** Lists of places get long; only their beginning is looked at. */
const MAX_TEXT = 400;
const MAX_PARTS = 6;

/** How sure: 3 when it names a country or state or ends with one, 1 when it could be the name of a town, 0 when it is none. */
export interface FoundPlace {
  text: string;
  score: 0 | 1 | 3;
}

/** The place that a short text names, alone or between separators ("Berlin, Germany — Engineering"). */
export function findPlace(text: string): FoundPlace {
  const whole = scorePlace(text);
  if (whole === 3 || text.length > MAX_TEXT) return { text, score: whole };
  const pieces = text.split(/\s+[—–|•·-]\s+/).map((piece) => ({ text: piece, score: scorePlace(piece) }));
  const best = pieces.find((piece) => piece.score === 3);
  return best ?? { text, score: whole };
}

function scorePlace(text: string): 0 | 1 | 3 {
  const plain = text
    .replace(REMOTE_WORDS, ' ')
    .replace(/[()[\]]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,;:/|–-]+|[\s,;:/|–-]+$/g, '');
  if (text.length > MAX_TEXT || plain === '' || NO_PLACE.test(plain)) return 0;
  const first = plain.split(/\s*(?:;|\||\/|\bor\b|•|·)\s*/)[0] ?? '';
  const parts = first
    .split(/\s*,\s*|\s+[-–—]\s+|(?<=^[A-Z]{2})-/)
    .filter((part) => part !== '')
    .slice(0, MAX_PARTS);
  if (parts.length === 0 || parts.some((part) => part.length > 50)) return 0;
  const isKnown = (part: string) => isCountryOrState(part) || isStateCode(part);
  if (parts.some(isCountryOrState) || (parts.length > 1 && parts.some(isStateCode)))
    return parts.every((part) => isKnown(part) || /^[A-Z]{2,3}$|^\d{4,6}$/.test(part) || CITY.test(part)) ? 3 : 0;
  if (parts.length > 3) return 0;
  return parts.every((part) => CITY.test(part) && part.split(' ').length <= 4) ? 1 : 0;
}
