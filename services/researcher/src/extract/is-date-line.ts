/** Languages whose names of months and days are known. */
const LANGUAGES = 'en de fr es pt it nl sv da nb fi pl cs hu ro tr ru uk el id vi ja zh ko ar he'.split(' ');
const AROUND_DATES =
  'posted published updated last modified first created on at by the and of de del do da la le am pm a m p est edt cst cdt mst mdt pst pdt gmt utc cet ist bst local time hours minutes ago uhr um vom von à às el em le publié publicado actualizado aktualisiert veröffentlicht admin 年 月 日 년 월 일';
const DATE_WORDS = new Set([...AROUND_DATES.split(' '), ...LANGUAGES.flatMap(calendarWords)]);
const LONGEST = 120;

/** Does a line say nothing but when something was written? */
export function isDateLine(text: string): boolean {
  if (text.length > LONGEST || !/\d/.test(text)) return false;
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const known = words.filter((word) => DATE_WORDS.has(word)).length;
  return known > 0 && words.length - known <= 1 && /\d{4}|\d{1,2}[:.]\d{2}|\d{1,2}[./-]\d{1,2}/.test(text);
}

function calendarWords(language: string): string[] {
  const words: string[] = [];
  for (const style of ['long', 'short'] as const) {
    const format = new Intl.DateTimeFormat(language, { month: style, weekday: style, day: 'numeric', timeZone: 'UTC' });
    for (let day = 0; day < 12; day += 1)
      words.push(
        ...format
          .format(Date.UTC(2024, day, 1 + day))
          .toLowerCase()
          .split(/[^\p{L}]+/u),
      );
  }
  return words.filter((word) => word.length > 1);
}
