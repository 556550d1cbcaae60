import { plainText } from './describe-html.ts';
import { asList, isJson, type Json } from './json.ts';
import { isPlaceholder } from './name-values.ts';

const MAX_PLACES = 8;
const MAX_LENGTH = 300;
/** Members of a place, in the order in which they are read out. Spellings of schema.org, then of the job boards. */
const CITY = ['addressLocality', 'city', 'cityName', 'locality', 'town', 'municipality'];
const REGION = ['addressRegion', 'region', 'state', 'stateName', 'regionCode', 'province', 'stateProvince', 'county'];
const COUNTRY = ['addressCountry', 'country', 'countryName', 'countryCode', 'country_code'];
const WHOLE = [
  'formatted', 'formattedAddress', 'formatted_address', 'fullLocation', 'full_location', 'displayName', 'display_name', 'locationName',
  'location_name', 'locationStr', 'location_str', 'fullName', 'descriptor', 'name', 'label', 'text', 'title', 'value', 'location', 'short',
]; // prettier-ignore
const STREET = ['streetAddress', 'street', 'addressLine1', 'address1', 'line1'];
const INNER = ['address', 'location', 'postalAddress', 'city', 'place', 'geo', 'attributes', 'node'];

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
  const parts = [CITY, REGION, COUNTRY].map((keys) => firstText(place, keys));
  const [city, region] = parts;
  const whole = firstText(place, WHOLE);
  const inner = INNER.map((key) => (isJson(place[key]) || Array.isArray(place[key]) ? namePlace(place[key], depth + 1) : null));
  const best = inner.find((name) => name !== null) ?? (typeof place['address'] === 'string' ? real(plainText(place['address'])) : null);
  if (city !== null || region !== null) return joinParts(parts);
  return best ?? whole ?? (joinParts(parts) || firstText(place, STREET));
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

function firstText(object: Json, keys: readonly string[]): string | null {
  for (const key of keys) {
    const value = object[key];
    const text = real(plainText(isJson(value) ? (value['name'] ?? value['label'] ?? value['text'] ?? value['value']) : value));
    if (text !== null && !/^\d+$/.test(text)) return text;
  }
  return null;
}

function real(text: string | null): string | null {
  if (text === null || text.length > MAX_LENGTH) return null;
  const trimmed = text.replace(/^[\s,;|–-]+|[\s,;|–-]+$/g, '');
  return isPlaceholder(trimmed) ? null : trimmed;
}
