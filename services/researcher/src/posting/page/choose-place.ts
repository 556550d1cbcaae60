import { decodeSafely } from './choose-title.ts';
import { headLines, nearTitle, type PageModel } from './page-model.ts';
import { plainText } from '../values/describe-html.ts';
import { joinPlaces } from '../values/name-place.ts';
import { isPlaceholder, nameEmployment, nameRemote } from '../values/name-values.ts';
import { findPlace } from './places.ts';
import { squeeze } from '../values/squeeze.ts';
import { splitTitle } from './title-words.ts';

interface Candidate {
  text: string;
  score: number;
}

const HINT = /\b(?:locations?|office|city|geo|place|ort|standort|lieu|ville|address locality)\b|\bpin\b|map marker/;
const ONLY_REMOTE = /^[\s(]*(?:fully |100% )?(?:remote|hybrid|on-?site|télétravail|home ?office|remoto)[\s)]*$/i;
const NEAR = { before: 6, after: 16 };
/** Below this a guess is worse than none. */
const ENOUGH = 2.5;

/** The place of work as the page names it: by a label, by the markup, by its form near the title, or in a sentence. */
export function choosePlace(model: PageModel): string | null {
  const candidates = [...fromLabels(model), ...fromHead(model), ...fromMetadata(model), ...fromSentences(model), ...fromPath(model)];
  const real = candidates.filter(({ text }) => !isPlaceholder(text) && squeeze(text) !== squeeze(model.title?.text ?? ''));
  const best = real.reduce<Candidate | null>((top, next) => (top === null || next.score > top.score ? next : top), null);
  return best === null || best.score < ENOUGH ? null : tidy(best.text);
}

function fromLabels(model: PageModel): Candidate[] {
  return model.labels
    .filter(({ kind }) => kind === 'location')
    .map(({ value, line }) => {
      const { text, score } = findPlace(value);
      return { text: score === 3 ? text : value, score: 5 + nearTitle(model, line) + placeBonus(value, score) };
    });
}

function placeBonus(value: string, score: number): number {
  if (ONLY_REMOTE.test(value)) return -3;
  if (score > 0) return score === 3 ? 2 : 1;
  return value.length > 120 || /[.!?]\s|\b(?:we|you|our|your|apply|search|use|select)\b/i.test(value) ? -6 : -1;
}

/** Lines near the title: marked as a place by their class, or written like one. */
function fromHead(model: PageModel): Candidate[] {
  return headLines(model, NEAR.before, NEAR.after).flatMap(({ line, distance }) => {
    const far = Math.abs(distance) * 0.1 + (distance < 0 ? 1 : 0);
    const hinted = HINT.test(line.hints) && line.text.length <= 160;
    const places = line.parts.map(findPlace).filter(({ score }) => score === 3);
    const whole = findPlace(line.text);
    const found: Candidate[] = [];
    // Beside a company or a department in one line, only its own part is the place.
    const apart =
      places.length > 0 && line.parts.some((part) => findPlace(part).score !== 3 && nameRemote(part) === null && /\p{L}{3}/u.test(part));
    if (whole.score === 3 && !apart) found.push({ text: whole.text, score: 4.5 - far + (hinted ? 2 : 0) });
    else if (places.length > 0) found.push({ text: joinPlaces(places.map(({ text }) => text)) ?? '', score: 4.4 - far + (hinted ? 2 : 0) });
    else if (hinted && (whole.score === 1 || (line.text.length <= 60 && nameEmployment(line.text) === null)))
      found.push({ text: line.text, score: (ONLY_REMOTE.test(line.text) ? 2.5 : 4) + whole.score - far });
    for (const part of new Set([line.text, ...line.parts])) {
      if (ONLY_REMOTE.test(part)) found.push({ text: part, score: ENOUGH });
      if (findPlace(part).score === 1) found.push({ text: part, score: 0.5 - far + support(model, part) });
    }
    return found;
  });
}

/** What else on the page takes the same words for a place. */
function support(model: PageModel, name: string): number {
  const plain = squeeze(name);
  if (plain.length < 3 || name.length > 40) return 0;
  const inPath = decodeSafely(model.url.pathname)
    .split('/')
    .some((part) => squeeze(part) === plain);
  const spoken = new RegExp(
    `\\b(?:in|at|near|from)\\s+(?:our |the |downtown )?${escape(name)}\\b|\\b${escape(name)}(?:,? [A-Z]{2})?\\s+(?:[Oo]ffices?|area|HQ|headquarters)\\b`,
  );
  const inText = spoken.test(model.text);
  return (inPath ? 2.5 : 0) + (inText ? 3 : 0);
}

function fromMetadata({ titles, title, $ }: PageModel): Candidate[] {
  const found: Candidate[] = [];
  for (const name of ['og:description', 'description']) {
    const text = plainText($(`meta[property="${name}"],meta[name="${name}"]`).first().attr('content'));
    const place = text === null ? null : findPlace(text);
    if (place?.score === 3) found.push({ text: place.text, score: 3 });
  }
  const job = title?.text ?? '';
  for (const full of [...titles.meta, titles.document ?? '', job]) {
    for (const part of splitTitle(full)) {
      const place = part === job ? null : findPlace(part);
      if (place?.score === 3) found.push({ text: place.text, score: 2.8 });
    }
    const inPlace = /\bin\s+([^|–—]{3,60}?)(?:\s*[|–—]|$)/.exec(full)?.[1];
    if (inPlace !== undefined && findPlace(inPlace).score === 3) found.push({ text: inPlace, score: 2.9 });
  }
  return found;
}

const TOWN = String.raw`((?:[\p{Lu}][\p{L}.'’-]+ ){0,3}[\p{Lu}][\p{L}.'’-]+(?:, ?(?:[A-Z]{2}\b|[\p{Lu}]\p{L}+))?)`;
const SENTENCES = [
  new RegExp(`\\b(?:based|located|position|role|sitting)(?: out of| (?:\\w+ )?in| at) (?:our |the )?${TOWN}`, 'u'),
  new RegExp(`\\b(?:in|at|join|from|to) (?:our|the|its) ${TOWN} (?:[Oo]ffices?|headquarters|HQ|campus)\\b`, 'u'),
  new RegExp(`\\b(?:The|our|Our) ${TOWN} (?:[Oo]ffice|team) (?:is|has|of)\\b`, 'u'),
];

function fromSentences(model: PageModel): Candidate[] {
  for (const { text, isAround } of model.lines) {
    if (isAround || text.length < 30) continue;
    for (const pattern of SENTENCES) {
      const name = pattern.exec(text)?.[1];
      if (name !== undefined && findPlace(name).score > 0) return [{ text: name, score: 2.5 }];
    }
  }
  return [];
}

/** Some applicant systems put the place before the title: `/job/New-York/Title_R123`. */
function fromPath({ url }: PageModel): Candidate[] {
  const segment = /\/job\/([^/]+)\/[^/]+$/.exec(url.pathname)?.[1];
  if (segment === undefined) return [];
  const text = decodeSafely(segment)
    .replace(/-{2,}/g, ' - ')
    .replace(/(?<=\p{L})-(?=\p{L})/gu, ' ');
  return findPlace(text).score > 0 ? [{ text, score: 2.6 }] : [];
}

function tidy(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/^[\s,;:|/•·–-]+|[\s,;:|/•·–-]+$/g, '')
    .slice(0, 300);
}

function escape(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
