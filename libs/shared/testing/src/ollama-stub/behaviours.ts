/** What the answer says. */
export const CONTENT_BEHAVIOURS = [
  'good',
  'empty',
  'refusal',
  'preamble',
  'fenced',
  'placeholders',
  'wrong-language',
  'over-long',
  'repetition',
  'json-for-prose',
  'unclosed-think',
  'think',
  'fabricated',
  'obedient',
  'all-invented',
  'invented-skills',
  'flattery',
  'moved-facts',
  'markup',
  'framed',
  'ids',
  'mixed-languages',
  'third-person',
  'foreign-address',
  'endless-list',
  'echo',
  'cut-off',
  'run-on',
  'remarks',
  'schema-ignored',
] as const;

/** All but the one that says what it should. */
export const badContentBehaviours: readonly string[] = CONTENT_BEHAVIOURS.filter((name) => name !== 'good');

/** How the answer travels; what arrives of it is what `good` says. */
export const TRANSPORT_BEHAVIOURS = [
  'silent',
  'stall',
  'reset',
  'junk-line',
  'no-done',
  'error-before',
  'error-inside',
  'html-502',
  'busy',
  'busy-once',
  'slow',
  'no-think',
  'no-tools',
  'newest-fields',
  'thinks-aloud',
  'cuts',
  'counts-new-only',
] as const;

/** How a tool is asked for, whatever was said; without tools these are what `good` is. */
export const TOOL_BEHAVIOURS = ['tool-unknown', 'tool-junk', 'tool-extra', 'tool-foreign-url', 'tool-many'] as const;

export type ContentBehaviour = (typeof CONTENT_BEHAVIOURS)[number];
export type TransportBehaviour = (typeof TRANSPORT_BEHAVIOURS)[number];
export type ToolBehaviour = (typeof TOOL_BEHAVIOURS)[number];

export const BEHAVIOURS: readonly string[] = [...CONTENT_BEHAVIOURS, ...TRANSPORT_BEHAVIOURS, ...TOOL_BEHAVIOURS];

export function contentOf(model: string): ContentBehaviour {
  return CONTENT_BEHAVIOURS.find((name) => name === familyOf(model)) ?? 'good';
}

export function transportOf(model: string): TransportBehaviour | 'sound' {
  return TRANSPORT_BEHAVIOURS.find((name) => name === familyOf(model)) ?? 'sound';
}

export function toolsOf(model: string): ToolBehaviour | 'sound' {
  return TOOL_BEHAVIOURS.find((name) => name === familyOf(model)) ?? 'sound';
}

function familyOf(model: string): string {
  return model.split(':')[0] ?? model;
}
