import type { Part } from '../material.ts';

export const plannedParts = ['opening', 'work', 'background', 'company'] as const satisfies readonly Part[];
/** Paragraphs that a plan names; the closing is added to them. */
export const planLength = { min: 2, short: 4, max: 5 };

/** The plan as a model is asked for it: the ids it may use are spelled out. */
export const planSchema = (ids: readonly string[]): Record<string, unknown> => ({
  type: 'object',
  properties: {
    paragraphs: {
      type: 'array',
      minItems: planLength.min,
      maxItems: planLength.max,
      items: {
        type: 'object',
        properties: {
          kind: { type: 'string', enum: plannedParts },
          evidence: { type: 'array', maxItems: 4, items: { type: 'string', enum: ids } },
        },
        required: ['kind', 'evidence'],
      },
    },
  },
  required: ['paragraphs'],
});

/** The same for the prompt, short: small models read an example better than a schema. */
export const planExample = (ids: readonly string[]): string =>
  `{"paragraphs":[{"kind":"opening","evidence":[]},{"kind":"work","evidence":["${ids[0] ?? 'R1'}"]}]} with kind one of ${plannedParts.join(', ')} and evidence from ${ids.join(', ')}`;
