/** What a number measures. Units of one dimension are compared in its base, so that 0.84 s is 840 ms. */
export interface Unit {
  /** `%`, a currency's code, or the base of a physical dimension; empty for a bare number. */
  base: string;
  factor: number;
}

const table: [string, string, number][] = [
  ['%|percent|per cent|pct|percentage points?|pp', '%', 1],
  ['€|euros?|eur', 'EUR', 1],
  ['£|pounds?|gbp|quid', 'GBP', 1],
  ['\\$|dollars?|usd', 'USD', 1],
  ['chf|francs?', 'CHF', 1],
  ['zł|zloty|pln', 'PLN', 1],
  ['kr|kronor|kroner|sek|nok|dkk', 'SEK', 1],
  ['¥|yen|jpy', 'JPY', 1],
  ['₹|rupees?|inr', 'INR', 1],
  ['ms|millis(?:econds?)?|milliseconds?', 's', 1e-3],
  ['s|secs?|seconds?', 's', 1],
  ['mins?|minutes?', 's', 60],
  ['h|hrs?|hours?', 's', 3600],
  ['days?', 's', 86_400],
  ['weeks?|wks?', 's', 604_800],
  ['months?', 'month', 1],
  ['years?|yrs?', 'month', 12],
  ['decades?', 'month', 120],
  ['mg', 'g', 1e-3],
  ['g|grams?', 'g', 1],
  ['kg|kilos?|kilograms?', 'g', 1e3],
  ['t|tonnes?|tons?', 'g', 1e6],
  ['mm', 'm', 1e-3],
  ['cm', 'm', 1e-2],
  ['metres?|meters?', 'm', 1],
  ['km|kilometres?|kilometers?', 'm', 1e3],
  ['miles?', 'mile', 1],
  ['m²|m2|sqm|sq m|square met(?:re|er)s?', 'm²', 1],
  ['hectares?|ha', 'm²', 1e4],
  ['acres?', 'acre', 1],
  ['ml|millilit(?:re|er)s?', 'l', 1e-3],
  ['l|lit(?:re|er)s?', 'l', 1],
  ['w|watts?', 'W', 1],
  ['kw|kilowatts?', 'W', 1e3],
  ['mw|megawatts?', 'W', 1e6],
  ['kwh', 'kWh', 1],
  ['mwh', 'kWh', 1e3],
  ['v|volts?', 'V', 1],
  ['kv|kilovolts?', 'V', 1e3],
  ['amps?', 'A', 1],
  ['kb', 'B', 1e3],
  ['mb', 'B', 1e6],
  ['gb|gigabytes?', 'B', 1e9],
  ['tb|terabytes?', 'B', 1e12],
  ['°c|degrees? celsius', '°C', 1],
];

const currencies = new Set(['EUR', 'GBP', 'USD', 'CHF', 'PLN', 'SEK', 'JPY', 'INR']);
const bySpelling = new Map<RegExp, Unit>(table.map(([spelling, base, factor]) => [new RegExp(`^(?:${spelling})$`, 'i'), { base, factor }]));

/** A unit behind a number, and a currency before one, as sources of regular expressions. */
export const unitSource = table.map(([spelling]) => spelling).join('|');
export const currencySource = '€|£|\\$|¥|₹|(?:EUR|GBP|USD|CHF|PLN|SEK)(?=\\s?\\d)';

export const noUnit: Unit = { base: '', factor: 1 };
export const isCurrency = ({ base }: Unit): boolean => currencies.has(base);

export function readUnit(text: string): Unit {
  for (const [spelling, unit] of bySpelling) if (spelling.test(text)) return unit;
  return noUnit;
}
