import { plainText } from './describe-html.ts';
import { asList, isJson, pick, squeezeKeys } from './json.ts';
import { isPlaceholder } from './name-values.ts';

const MAX_PLACES = 8;
const MAX_LENGTH = 300;
/** Members of a place, squeezed, in the order in which they are read out: spellings of schema.org, then of the job boards. */
const list = (names: string): string[] => names.split(' ');
const CITY = list('addresslocality city cityname locality town municipality');
const REGION = list('addressregion region state statename regioncode province stateprovince county');
const COUNTRY = list('addresscountry country countryname countrycode');
const WHOLE = list(
  'formatted formattedaddress fulllocation displayname locationname locationstr fullname descriptor localizedname name label text title value location short',
);
const STREET = list('streetaddress street addressline1 address1 line1');
const INNER = list('address location postaladdress city place geo attributes node');

/** A place or several as one line: "Bergen, Vestland, Norway; Oslo, Norway". Null when it names none. */
export function namePlaces(value: unknown): string | null {
  const names = asList(value).flatMap((place) => namePlace(place, 0) ?? []);
  return joinPlaces(names);
}

export function joinPlaces(names: readonly string[]): string | null {
  const seen = new Set<string>();
  const kept = names.filter((name) => {
    const key = name.toLowerCase();
    return !isPlaceholder(name) && !seen.has(key) && seen.add(key);
  });
  let text = '';
  for (const name of kept.slice(0, MAX_PLACES)) {
    const longer = text === '' ? name : `${text}; ${name}`;
    if (longer.length > MAX_LENGTH) break;
    text = longer;
  }
  return text === '' ? null : text;
}

function namePlace(place: unknown, depth: number): string | null {
  if (depth > 4) return null;
  if (typeof place === 'string') return real(plainText(place));
  if (Array.isArray(place)) return joinPlaces(place.flatMap((entry) => namePlace(entry, depth + 1) ?? []));
  if (!isJson(place)) return null;
  const members = squeezeKeys(place);
  const parts = [CITY, REGION, COUNTRY].map((keys) => firstText(members, keys));
  const [city, region] = parts;
  const whole = firstText(members, WHOLE);
  const inner = INNER.map((key) => (typeof members.get(key) === 'object' ? namePlace(members.get(key), depth + 1) : null));
  const best = inner.find((name) => name !== null) ?? real(plainText(members.get('address')));
  if (city !== null || region !== null) return joinParts(parts);
  return best ?? whole ?? (joinParts(parts) || firstText(members, STREET));
}

function joinParts(parts: (string | null)[]): string | null {
  const kept: string[] = [];
  for (const part of parts) {
    if (part === null) continue;
    const known = kept.flatMap((before) => before.toLowerCase().split(/\s*,\s*/));
    // "Berlin, Berlin" is Berlin, and "San Francisco, CA" already names its state.
    if (
      !part
        .toLowerCase()
        .split(/\s*,\s*/)
        .every((piece) => known.includes(piece))
    )
      kept.push(part);
  }
  return kept.length === 0 ? null : kept.join(', ');
}

function firstText(members: ReadonlyMap<string, unknown>, keys: readonly string[]): string | null {
  for (const key of keys) {
    const value = members.get(key);
    const text = real(plainText(isJson(value) ? pick(squeezeKeys(value), ['name', 'label', 'text', 'value', 'code']) : value));
    if (text !== null && !/^\d+$/.test(text)) return text;
  }
  return null;
}

function real(text: string | null): string | null {
  if (text === null || text.length > MAX_LENGTH) return null;
  // A postal code at the end says nothing more than the town before it.
  const trimmed = text.replace(/,\s*\d{4,6}$/, '').replace(/^[\s,;|–-]+|[\s,;|–-]+$/g, '');
  return isPlaceholder(trimmed) ? null : trimmed;
}
