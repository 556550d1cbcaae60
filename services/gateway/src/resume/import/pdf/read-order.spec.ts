import { describe, expect, it } from '@jest/globals';
import { orderColumns } from './find-columns.ts';
import { joinItems, type TextItem } from './fragment.ts';
import { joinLines } from './join-lines.ts';

/** Letters of a size of 10 points are 5 points wide here. */
const item = (str: string, left: number, y: number, fontName = 'f1', size = 10): TextItem => ({
  str,
  transform: [size, 0, 0, size, left, y],
  width: str.length * size * 0.5,
  height: size,
  fontName,
});
const read = (items: TextItem[]) =>
  orderColumns(joinItems(items))
    .flatMap((region) => joinLines(region, { size: 10, font: 'f1' }))
    .map(({ text, bullet }) => (bullet ? `- ${text}` : text));

describe('the text of a PDF page', () => {
  it('is joined from the pieces it was set in', () => {
    expect(read([item('Lead ', 50, 700), item('nur', 75, 700), item('se', 90, 700), item(', A&E', 101, 700)])).toEqual(['Lead nurse, A&E']);
  });

  it('has what stands far to the right in the same line, as dates do', () => {
    expect(read([item('Nurse, St Mary', 50, 700), item('2019 – 2021', 400, 700.4)])).toEqual(['Nurse, St Mary | 2019 – 2021']);
  });

  it('is unwrapped within points and paragraphs, and nowhere else', () => {
    const wide = 'x'.repeat(90);
    expect(
      read([
        item('•', 50, 700),
        item(`Led ${wide}`, 62, 700),
        item('and more of it.', 62, 686),
        item('•', 50, 672),
        item('Second point', 62, 672),
        item('Next job', 50, 640),
        item(`Para ${wide}`, 50, 600),
        item('goes on here.', 50, 586),
      ]),
    ).toEqual([`- Led ${wide} and more of it.`, '- Second point', 'Next job', `Para ${wide} goes on here.`]);
  });

  it('is read column by column, but a column of dates is none', () => {
    const rows = [700, 680, 660, 640, 620, 600];
    const twoColumns = rows.flatMap((y, index) => [item(`Left ${index}`, 50, y), item(`Right text number ${index}`, 250, y - 7)]);
    expect(
      read([item('A name that goes across both of the columns of the page', 50, 740), ...twoColumns]).map((text) => text.split(' ')[0]),
    ).toEqual(['A', ...rows.map(() => 'Left'), ...rows.map(() => 'Right')]);
    const dates = rows.flatMap((y, index) => [item(`Position number ${index}`, 50, y), item(`201${index} – 201${index + 1}`, 300, y)]);
    expect(read(dates)[0]).toBe('Position number 0 | 2010 – 2011');
  });
});
