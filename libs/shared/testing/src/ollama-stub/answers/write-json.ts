import type { JsonSchema } from '../stub-types.ts';
import type { PromptReading } from './read-prompt.ts';

const PLAN_LENGTH = 4;
const FACTS = 3;
const IDS_PER_PLACE = 2;
const FROM_SOURCE = /quote|claim|text|sentence|content|summary|fact/i;

interface Writing {
  prose: string;
  /** Sentences of the prompt's data, verbatim. */
  sentences: string[];
  nextSentence: number;
  nextChoice: number;
  root: JsonSchema;
}

/** A small valid instance of a schema: enumerations are walked through, quotes and claims are sentences of the data in the prompt. */
export function writeJson(schema: JsonSchema, prompt: PromptReading, prose: string): unknown {
  return instance(schema, '', { prose, sentences: sentencesOf(prompt.data), nextSentence: 0, nextChoice: 0, root: schema });
}

function instance(given: JsonSchema, name: string, writing: Writing): unknown {
  const schema = resolve(given, writing.root);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[writing.nextChoice++ % schema.enum.length];
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  if (type === 'object' || schema.properties) return objectOf(schema, writing);
  if (type === 'array') return listOf(schema, name, writing);
  if (type === 'number' || type === 'integer') return schema.minimum ?? 0;
  if (type === 'boolean') return false;
  return type === 'null' ? null : textFor(schema, name, writing);
}

function objectOf(schema: JsonSchema, writing: Writing): Record<string, unknown> {
  const properties = Object.entries(schema.properties ?? {});
  const result = Object.fromEntries(properties.map(([name, property]) => [name, instance(property, name, writing)]));
  if (properties.some(([name]) => /quote/i.test(name))) writing.nextSentence++;
  return result;
}

function listOf(schema: JsonSchema, name: string, writing: Writing): unknown[] {
  const items = resolve(schema.items ?? {}, writing.root);
  const wanted = items.enum ? Math.min(IDS_PER_PLACE, items.enum.length) : items.properties ? placesFor(items, writing) : 1;
  const length = Math.max(schema.minItems ?? 0, Math.min(wanted, schema.maxItems ?? Infinity));
  return Array.from({ length }, () => instance(items, name, writing));
}

function placesFor(items: JsonSchema, writing: Writing): number {
  const quotes = Object.keys(items.properties ?? {}).some((name) => /quote/i.test(name));
  return quotes ? Math.min(FACTS, writing.sentences.length) : PLAN_LENGTH;
}

function textFor(schema: JsonSchema, name: string, writing: Writing): string {
  const sentence = writing.sentences[writing.nextSentence % Math.max(1, writing.sentences.length)];
  const isProse = /paragraph|letter|reply|answer/i.test(name);
  const text = isProse ? writing.prose : FROM_SOURCE.test(name) ? (sentence ?? writing.prose) : 'general';
  return text.padEnd(schema.minLength ?? 0, '.');
}

function resolve(schema: JsonSchema, root: JsonSchema): JsonSchema {
  const name = schema.$ref?.split('/').at(-1);
  const target = name ? root.$defs?.[name] : (schema.anyOf ?? schema.oneOf)?.[0];
  return target ? resolve(target, root) : schema;
}

function sentencesOf(lines: string[]): string[] {
  const all = lines.flatMap((line) => line.match(/[^.!?\n]+[.!?]*/g) ?? []).map((sentence) => sentence.trim());
  return all.filter(
    (sentence) => sentence.length >= 25 && sentence.length <= 300 && !/^(?:company|job title|question)\b.*:/i.test(sentence),
  );
}
