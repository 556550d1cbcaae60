import { plainText } from './describe-html.ts';
import { asList, isJson, type Json } from './json.ts';

const UNITS: [RegExp, string][] = [
  [/hour|stunde|heure|hora|\bora\b|uur\b|timme|\btime\b|godzin/i, 'hour'],
  [/\bday|daily|\btag\b|jour\b|journ|\bdía|giorn|\bdag\b|dzie/i, 'day'],
  [/week|woche|semaine|semana|settiman/i, 'week'],
  [/month|monat|mois|mes\b|mensu|mese|maand|månad|måned|miesi|mês|mensal/i, 'month'],
  [/year|annu|yearly|jahr|\ban\b|año|anual|anno|jaar|\bår\b|rok\b|ano\b|^pa$|p\.a\./i, 'year'],
];
const MAX_LENGTH = 150;

/** "USD 120,000–150,000 per year" from what schema.org and the job boards write. Null when no amount is named. */
export function nameSalary(value: unknown, around: Json = {}): string | null {
  for (const salary of asList(value)) {
    const name = nameOne(salary, around, 0);
    if (name !== null) return name;
  }
  return null;
}

function nameOne(salary: unknown, around: Json, depth: number): string | null {
  if (depth > 3) return null;
  if (typeof salary === 'number') return format(salary, salary, currencyOf(around), unitOf(around));
  if (typeof salary === 'string') return nameText(salary, around);
  if (!isJson(salary)) return null;
  const all = { ...around, ...salary };
  const low = amount(
    pick(salary, ['minValue', 'min', 'minimum', 'minAmount', 'from', 'low', 'salaryMin', 'min_salary', 'minSalary', 'lower']),
  );
  const high = amount(
    pick(salary, ['maxValue', 'max', 'maximum', 'maxAmount', 'to', 'high', 'salaryMax', 'max_salary', 'maxSalary', 'upper']),
  );
  const cents = [pick(salary, ['min_cents', 'minCents']), pick(salary, ['max_cents', 'maxCents'])].map(
    (value) => (amount(value) ?? 0) / 100,
  );
  if (low !== null || high !== null) return format(low ?? high ?? 0, high ?? low ?? 0, currencyOf(all), unitOf(all));
  if (cents.some((value) => value > 0)) return format(cents[0] || cents[1]!, cents[1] || cents[0]!, currencyOf(all), unitOf(all));
  const inner = pick(salary, [
    'value',
    'amount',
    'range',
    'salaryRange',
    'salary_range',
    'baseSalary',
    'text',
    'label',
    'name',
    'summary',
    'formatted',
  ]);
  for (const entry of asList(inner)) {
    const name = nameOne(entry, all, depth + 1);
    if (name !== null) return name;
  }
  return null;
}

/** A text that is only a number gets its currency; any other is kept when it names an amount. "Competitive" is none. */
function nameText(text: string, around: Json): string | null {
  const number = amount(text);
  if (number !== null) return format(number, number, currencyOf(around), unitOf(around));
  const plain = plainText(text);
  if (plain === null || !/\d/.test(plain) || plain.length > MAX_LENGTH) return null;
  return plain;
}

function format(low: number, high: number, currency: string, unit: string): string | null {
  if (low <= 0 && high <= 0) return null;
  const say = (value: number) => value.toLocaleString('en-US', { maximumFractionDigits: 2 });
  const range = low === high || low <= 0 ? say(high) : `${say(low)}–${say(high)}`;
  return [currency, range, unit === '' ? '' : `per ${unit}`].filter((part) => part !== '').join(' ');
}

function amount(value: unknown): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value !== 'string') return null;
  const text = value.trim();
  if (/^\d+(?:\.\d+)?$/.test(text)) return Number(text);
  return /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(text) ? Number(text.replaceAll(',', '')) : null;
}

function currencyOf(object: Json): string {
  const value = pick(object, [
    'currency',
    'salaryCurrency',
    'currencyCode',
    'currency_code',
    'currency_type',
    'currencyType',
    'salary_currency',
  ]);
  const code = isJson(value) ? (value['code'] ?? value['id'] ?? value['name']) : value;
  return typeof code === 'string' && code.trim().length <= 4 ? code.trim().toUpperCase() : '';
}

function unitOf(object: Json): string {
  const value = pick(object, [
    'unitText',
    'unit',
    'interval',
    'period',
    'per',
    'frequency',
    'payPeriod',
    'pay_period',
    'salaryPeriod',
    'unitCode',
  ]);
  const text = isJson(value) ? (value['label'] ?? value['name'] ?? value['id']) : value;
  if (typeof text !== 'string') return '';
  return UNITS.find(([pattern]) => pattern.test(text.replaceAll(/[_-]/g, ' ')))?.[1] ?? '';
}

function pick(object: Json, keys: readonly string[]): unknown {
  const key = keys.find((name) => object[name] !== undefined && object[name] !== null && object[name] !== '');
  return key === undefined ? undefined : object[key];
}
