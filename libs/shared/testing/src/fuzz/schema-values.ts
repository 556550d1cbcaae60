import fc from 'fast-check';
import type { JsonSchema } from './api-description.ts';

/** Names that lead to this machine or nowhere: a generated address must not reach anybody. */
const hosts = ['fuzz.invalid', '127.0.0.1:9', '[::1]:9', 'localhost:9', 'sub.fuzz.invalid:8080'];

const nasty = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\udfff!',
  '\ufeff',
  '\u202eabc',
  '😀'.repeat(40),
  '../../../../etc/passwd',
  '..%2f..%2fetc',
  "'; DROP TABLE applications; --",
  '<img src=x onerror=alert(1)>',
  '%',
  '%00',
  '{{7*7}}',
  '__proto__',
  'null',
  'true',
  '-1',
  '1e400',
  '9'.repeat(400),
  'x'.repeat(2001),
];

export const anyText = (): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 4, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
    { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 60 }) },
    { weight: 2, arbitrary: fc.constantFrom(...nasty) },
    { weight: 1, arbitrary: fc.string({ maxLength: 5 }).map((text) => text.padEnd(60_000, 'ab ')) },
  );

const webAddress = (): fc.Arbitrary<string> =>
  fc
    .tuple(fc.constantFrom('http', 'https'), fc.constantFrom(...hosts), fc.webPath())
    .map(([scheme, host, path]) => `${scheme}://${host}${path}`);

/** Values that the schema allows, near enough: what only the product's own refinements refuse is left to them. */
export function allowedBy(schema: JsonSchema | undefined): fc.Arbitrary<unknown> {
  if (schema === undefined) return fc.jsonValue();
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) return fc.oneof(...choices.map(allowedBy));
  if (Array.isArray(schema.type)) return fc.oneof(...schema.type.map((type) => allowedBy({ ...schema, type })));
  switch (schema.type) {
    case 'string':
      return allowedText(schema);
    case 'integer':
      return fc.integer({ min: Math.max(schema.minimum ?? schema.exclusiveMinimum ?? -5, -5), max: Math.min(schema.maximum ?? 200, 200) });
    case 'number':
      return fc.double({ min: schema.minimum ?? -1e6, max: schema.maximum ?? 1e6, noNaN: true });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'array':
      return fc.array(allowedBy(schema.items), { maxLength: Math.min(schema.maxItems ?? 5, 5) });
    case 'object':
      return allowedObject(schema);
    default:
      return fc.jsonValue({ maxDepth: 2 });
  }
}

function allowedText({ format, maxLength, minLength }: JsonSchema): fc.Arbitrary<string> {
  if (format === 'uuid') return fc.uuid();
  if (format === 'date-time')
    return fc.date({ noInvalidDate: true, min: new Date('2000-01-01'), max: new Date('2100-01-01') }).map((date) => date.toISOString());
  const text = fc.string({ unit: 'grapheme', minLength: Math.max(minLength ?? 0, 1), maxLength: Math.min(maxLength ?? 300, 300) });
  return fc.oneof({ weight: 3, arbitrary: text }, { weight: 1, arbitrary: webAddress() });
}

function allowedObject({ properties = {}, required = [] }: JsonSchema): fc.Arbitrary<object> {
  const fields = Object.fromEntries(Object.entries(properties).map(([name, field]) => [name, fieldOf(name, field)]));
  return fc.record(fields, { requiredKeys: required });
}

const fieldOf = (name: string, schema: JsonSchema): fc.Arbitrary<unknown> =>
  /(^|_)urls?$/.test(name) && schema.type !== 'array'
    ? fc.oneof({ weight: 4, arbitrary: webAddress() }, { weight: 1, arbitrary: allowedBy(schema) })
    : allowedBy(schema);

/** What the schema allows, with something wrong: a field of another type, one too many, one missing, or something else altogether. */
export function nearlyAllowedBy(schema: JsonSchema | undefined): fc.Arbitrary<unknown> {
  const wrong = fc.oneof(
    anyText(),
    fc.integer(),
    fc.double(),
    fc.constant(null),
    fc.boolean(),
    fc.array(fc.jsonValue({ maxDepth: 1 })),
    fc.jsonValue({ maxDepth: 4 }),
  );
  const broken = fc.tuple(allowedBy(schema), fc.nat(), anyText(), wrong).map(([value, at, name, other]) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return other;
    const names = Object.keys(value);
    const target = names.length === 0 || at % 3 === 0 ? name : (names[at % names.length] ?? name);
    const { [target]: _, ...rest } = value as Record<string, unknown>;
    return at % 5 === 1 ? rest : Object.fromEntries([...Object.entries(rest), [target, other]]);
  });
  return fc.oneof({ weight: 4, arbitrary: broken }, { weight: 1, arbitrary: wrong });
}
