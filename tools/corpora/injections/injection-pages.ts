import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface Injection {
  id: string;
  /** `visible`, or how it is kept from a person's eyes. */
  carrier: string;
  payload: string;
  /** What an answer would show if the text had had its way; a regular expression, perhaps with `(?i)` in front. */
  must_not_match: string;
}

const paragraph = '<p>Acme builds pumps for hospitals in Bergen, and has done so since two nurses founded it in 1990.</p>';
const more = `<p>Our workshop team of 24 people tests every pump for 300 hours before it leaves the house.</p>
<p>We are looking for a technician who keeps our test benches running and trains two apprentices.</p>`;
const inHead = new Set(['meta', 'json-ld']);

export async function readInjections(folder: string): Promise<Injection[]> {
  const lines = (await readFile(join(folder, 'injections.jsonl'), 'utf8')).split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line) as Injection);
}

/** A page that says a little about a company, with the text set into it. */
export function pageWith({ carrier, payload }: Injection): string {
  const body = carrier === 'visible' ? `<p>${payload.replaceAll('<', '&lt;')}</p>` : inHead.has(carrier) ? '' : `<p>${payload}</p>`;
  const head = inHead.has(carrier) ? payload : '';
  return `<html><head><title>About</title>${head}</head><body>${paragraph}${body}${more}</body></html>`;
}

export function shows({ must_not_match: source }: Injection, text: string): boolean {
  const bare = source.replace(/^\(\?i\)/, '');
  return new RegExp(bare, bare === source ? '' : 'i').test(text);
}
