import { headLines, nearTitle, type PageModel } from './page-model.ts';
import { nameEmployment, nameRemote } from '../values/name-values.ts';

const SHORT = 45;
const LINKEDIN_TAG = /#LI-(Remote|Hybrid|On-?site)\b/i;
const REMOTE_ROLE =
  /\b(?:fully|100\s?%|this is an? (?:\w+ )?)\s*remote\b|\bremote[- ](?:first )?(?:role|position|job|opportunity)\b|\b(?:role|position|job) (?:is|can be|may be) (?:performed |done |based |fully |100% )*remote|\bworks? remotely from\b/i;
const HYBRID_ROLE =
  /\bhybrid[- ](?:role|position|schedule|work(?:ing)?|model|policy|environment|arrangement|remote)\b|\bhybrid(?: (?:work|office))? (?:model|schedule)\b/i;

/** "full-time" and the like: by a label, or as a short line near the title. */
export function chooseEmployment(model: PageModel): string | null {
  const labelled = byNearness(model, 'employment')
    .map(nameEmployment)
    .filter((name) => name !== null);
  if (labelled.length > 0) return [...new Set(labelled)].slice(0, 2).join(', ');
  // Menus before the title speak of apprenticeships and internships that this posting is none of.
  const names = shortTexts(model, 0).map((text) => (text.split(' ').length <= 5 ? nameEmployment(text) : null));
  return names.find((name) => name !== null) ?? null;
}

/** `remote`, `hybrid` or `on-site`: by a label, in the place, near the title, or where the text says so of this job. */
export function chooseRemote(model: PageModel, location: string | null): string | null {
  for (const value of byNearness(model, 'remote')) {
    const name = nameRemote(value) ?? (/^(?:yes|ja|oui|sí|si|sì|tak|fully?|true)\b/i.test(value) ? 'remote' : null);
    if (name !== null) return name;
  }
  const texts = [location ?? '', model.title?.text ?? '', ...byNearness(model, 'location'), ...shortTexts(model, 4)];
  for (const text of texts) {
    const name = nameRemote(text);
    if (name !== null) return name;
  }
  const tag = LINKEDIN_TAG.exec(model.text)?.[1];
  if (tag !== undefined) return nameRemote(tag);
  if (HYBRID_ROLE.test(model.text)) return 'hybrid';
  return REMOTE_ROLE.test(model.text) ? 'remote' : null;
}

function byNearness(model: PageModel, kind: 'employment' | 'remote' | 'location'): string[] {
  return model.labels
    .filter((label) => label.kind === kind && nearTitle(model, label.line) >= 0)
    .map(({ value }) => value)
    .filter((value) => value.length <= 120);
}

function shortTexts(model: PageModel, before: number): string[] {
  return headLines(model, before, 16)
    .flatMap(({ line }) => [...line.parts, line.text])
    .filter((text) => text.length <= SHORT);
}
