import { plainText } from './describe-html.ts';
import { asList, isJson, pick, squeezeKeys, type Json } from './json.ts';

const UNITS: [RegExp, string][] = [
  [/hour|stunde|heure|hora|\bora\b|uur\b|timme|\btime\b|godzin/i, 'hour'],
  [/\bday|daily|\btag\b|jour\b|journ|\bdía|giorn|\bdag\b|dzie/i, 'day'],
  [/week|woche|semaine|semana|settiman/i, 'week'],
  [/month|monat|mois|mes\b|mensu|mese|maand|månad|måned|miesi|mês|mensal/i, 'month'],
  [/year|annu|yearly|jahr|\ban\b|año|anual|anno|jaar|\bår\b|rok\b|ano\b|^pa$|p\.a\./i, 'year'],
];
const list = (names: string): string[] => names.split(' ');
const LOW = list('minvalue min minimum minamount from low rangestart lower start');
const HIGH = list('maxvalue max maximum maxamount to high rangeend upper end');
const LOW_CENTS = list('mincents minvaluecents');
const HIGH_CENTS = list('maxcents maxvaluecents');
const INNER = list('value amount range salaryrange basesalary text label name summary formatted');
const CURRENCY = list('currency salarycurrency currencycode currencytype currencysymbol');
const UNIT = list('unittext unit interval period per frequency payperiod salaryperiod unitcode');
const MAX_LENGTH = 150;
/** A number with its currency before or after it: "€60,000", "60000 EUR", "60k". */
const AMOUNT = /^([^\d\s.,+-]{0,4})\s*(\d{1,3}(?:[,\s]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)\s*([kK]?)\s*([^\d\s.,+-]{0,4})$/;

interface Amount {
  value: number;
  currency: string;
}

/** "USD 120,000–150,000 per year" from what schema.org and the job boards write. Null when no amount is named. */
export function nameSalary(value: unknown, around: Json = {}): string | null {
  for (const salary of asList(value)) {
    const name = nameOne(salary, squeezeKeys(around), 0);
    if (name !== null) return name;
  }
  return null;
}

function nameOne(salary: unknown, around: ReadonlyMap<string, unknown>, depth: number): string | null {
  if (depth > 3) return null;
  const amount = readAmount(salary);
  if (amount !== null) return format(amount, amount, around);
  if (typeof salary === 'string') return nameText(salary);
  if (!isJson(salary)) return null;
  const own = squeezeKeys(salary);
  const all = new Map([...around, ...own]);
  const low = readAmount(pick(own, LOW)) ?? fromCents(pick(own, LOW_CENTS));
  const high = readAmount(pick(own, HIGH)) ?? fromCents(pick(own, HIGH_CENTS));
  if (low !== null || high !== null) return format(low ?? high!, high ?? low!, all);
  for (const entry of asList(pick(own, INNER))) {
    const name = nameOne(entry, all, depth + 1);
    if (name !== null) return name;
  }
  return null;
}

/** A text with words is kept when it names an amount. "Competitive" is none. */
function nameText(text: string): string | null {
  const plain = plainText(text);
  return plain !== null && /\d/.test(plain) && plain.length <= MAX_LENGTH ? plain : null;
}

function format(low: Amount, high: Amount, members: ReadonlyMap<string, unknown>): string | null {
  if (low.value <= 0 && high.value <= 0) return null;
  const say = (value: number) => value.toLocaleString('en-US', { maximumFractionDigits: 2 });
  const range = low.value === high.value || low.value <= 0 ? say(high.value) : `${say(low.value)}–${say(high.value)}`;
  const unit = unitOf(members);
  const currency = currencyOf(members) || low.currency || high.currency;
  return [currency, range, unit === '' ? '' : `per ${unit}`].filter((part) => part !== '').join(' ');
}

function readAmount(value: unknown): Amount | null {
  if (typeof value === 'number') return Number.isFinite(value) ? { value, currency: '' } : null;
  const [, before = '', digits = '', thousand = '', after = ''] = (typeof value === 'string' ? AMOUNT.exec(value.trim()) : null) ?? [];
  if (digits === '') return null;
  return { value: Number(digits.replace(/[,\s]/g, '')) * (thousand === '' ? 1 : 1000), currency: (before || after).toUpperCase() };
}

function fromCents(value: unknown): Amount | null {
  const amount = readAmount(value);
  return amount === null ? null : { ...amount, value: amount.value / 100 };
}

function currencyOf(members: ReadonlyMap<string, unknown>): string {
  const value = pick(members, CURRENCY);
  const code = isJson(value) ? (value['code'] ?? value['id'] ?? value['name']) : value;
  return typeof code === 'string' && code.trim().length <= 4 ? code.trim().toUpperCase() : '';
}

function unitOf(members: ReadonlyMap<string, unknown>): string {
  const value = pick(members, UNIT);
  const text = isJson(value) ? (value['label'] ?? value['name'] ?? value['id']) : value;
  if (typeof text !== 'string') return '';
  return UNITS.find(([pattern]) => pattern.test(text.replaceAll(/[_-]/g, ' ')))?.[1] ?? '';
}
