import { nearTitle, type PageModel } from './page-model.ts';

const MONEY = String.raw`(?:\b(?:US|CA|AU|NZ|SG|HK|C|A|R|NT)?[$€£¥₹₩₽]|[$€£¥₹₩₽]|\b(?:USD|EUR|GBP|CHF|CAD|AUD|NZD|SEK|NOK|DKK|PLN|CZK|HUF|RON|INR|JPY|SGD|BRL|MXN|ZAR|AED|ILS|TRY)\b)`;
const NUMBER = String.raw`\d{1,3}(?:[,.'’\u00a0\u202f ]\d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d{1,2})?\s?[kK]?`;
const UNIT = String.raw`(?:\s*(?:\/|per|an?|pro|par|por|al|i)\s*(?:hour|hr|day|week|month|year|yr|annum|stunde|tag|monat|jahr|heure|mois|an|hora|mes|año|ora|mese|anno|uur|maand|jaar|timme|månad|år|godzinę|miesiąc)\b\.?|\s*(?:hourly|annually|monthly|yearly|p\.?a\.?|brutto|gross))*`;
const AMOUNT = `(?:${MONEY}\\s?(?:${NUMBER})|(?:${NUMBER})\\s?${MONEY})`;
const RANGE = new RegExp(
  `(?:${MONEY}\\s?)?(?:${NUMBER})(?:\\s?${MONEY})?\\s*(?:-|–|—|−|to|bis|à|a|tot|till|til|do|and|und)\\s*(?:${MONEY}\\s?)?(?:${NUMBER})(?:\\s?${MONEY})?${UNIT}`,
  'i',
);
const SINGLE = new RegExp(`${AMOUNT}${UNIT}`, 'i');
const PAY_WORDS =
  /salary|salaries|\bpay\b|pay range|compensation|wage|\bOTE\b|base (?:range|rate)|remuneration|gehalt|vergütung|\blohn\b|rémunération|salaire|salario|retribu|stipendio|salaris|\blön\b|\bløn|wynagrodzen|salário|年収|給与|薪|연봉/i;
const HAS_MONEY = new RegExp(MONEY, 'i');
const SMALL = 10;

/** The pay as the page writes it, range first: by a label, or in a line that speaks of pay. Bonuses, funding and prices are none. */
export function chooseSalary(model: PageModel): string | null {
  const labels = model.labels.filter(({ kind, line }) => kind === 'salary' && nearTitle(model, line) >= 0);
  for (const { value } of labels) {
    const found = findPay(value, true);
    if (found !== null) return found;
  }
  const lines = model.lines.filter(({ isAround }) => !isAround);
  const ranges = lines.map(({ text, hints }, index) => {
    const spoken = PAY_WORDS.test(text) || /\b(?:salary|pay|compensation)\b/.test(hints) || PAY_WORDS.test(lines[index - 1]?.text ?? '');
    return spoken ? findPay(text, false) : null;
  });
  return ranges.find((found) => found !== null) ?? null;
}

function findPay(text: string, isLabelled: boolean): string | null {
  const range = RANGE.exec(text)?.[0];
  if (range !== undefined && HAS_MONEY.test(range) && isPay(range)) return tidy(range, text);
  if (!isLabelled) return null;
  const single = SINGLE.exec(text)?.[0];
  if (single !== undefined && isPay(single)) return tidy(single, text);
  // "45.000 – 60.000" behind a label needs no currency to be pay.
  return range !== undefined && /\d{2}/.test(range) && !/\b(?:19|20)\d\d\b/.test(range) ? tidy(range, text) : null;
}

function isPay(found: string): boolean {
  const numbers =
    found.match(/\d[\d,.'’\u00a0\u202f ]*/g)?.map((number) => Number(number.replace(/[,.'’\s](?=\d{3})/g, '').replace(',', '.'))) ?? [];
  return numbers.some((number) => number >= SMALL);
}

/** With the currency code that follows, when one does. */
function tidy(found: string, text: string): string {
  const after = text.slice(text.indexOf(found) + found.length);
  const code = /^\s*(?:USD|EUR|GBP|CHF|CAD|AUD)\b/.exec(after)?.[0] ?? '';
  return `${found}${code}`.replace(/\s+/g, ' ').trim().slice(0, 120);
}
