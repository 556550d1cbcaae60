import { readLabel, type Labelled } from './labels.ts';
import type { Line } from './page-lines.ts';

export interface LabelledValue {
  kind: Labelled;
  value: string;
  /** Index of the label's line. */
  line: number;
}

const MAX_VALUE = 300;
/** Lines that one label may announce: a list of places, one a line. */
const MAX_VALUE_LINES = 8;

/** Every "label: value" of a page: in one line, in the parts of one line, or in the lines after a label that stands alone. */
export function readLabels(lines: readonly Line[]): LabelledValue[] {
  const found: LabelledValue[] = [];
  lines.forEach((line, index) => {
    if (line.isAround) return;
    found.push(...inLine(line, index));
    const kind = standsAlone(line);
    if (kind === null) return;
    const value = valueAfter(lines, index, kind);
    if (value !== null) found.push({ kind, value, line: index });
  });
  return found;
}

/** A label that is all there is to its line, or its only part beside a value of its own. */
function standsAlone(line: Line): Labelled | null {
  return line.parts.length === 1 || readLabel(line.text) !== null ? readLabel(line.text) : null;
}

function inLine(line: Line, index: number): LabelledValue[] {
  const found: LabelledValue[] = [];
  const [first = '', ...rest] = line.parts;
  const kindOfFirst = rest.length > 0 ? readLabel(first) : null;
  if (kindOfFirst !== null) {
    const value = line.text
      .slice(line.text.indexOf(first) + first.length)
      .replace(/^[\s:：|–-]+/, '')
      .trim();
    if (value !== '' && value.length <= MAX_VALUE) return [{ kind: kindOfFirst, value, line: index }];
  }
  // "Location: Bergen | Type: Full-time"
  for (const piece of line.text.length <= 400 ? line.text.split(/\s+[|•·]\s+/) : []) {
    const colon = /^([^:：]{2,45})[:：]\s*(\S.*)$/.exec(piece);
    const kind = colon === null ? null : readLabel(colon[1]!);
    if (kind !== null && colon![2]!.length <= MAX_VALUE) found.push({ kind, value: colon![2]!.trim(), line: index });
  }
  return found;
}

function valueAfter(lines: readonly Line[], index: number, kind: Labelled): string | null {
  const label = lines[index]!;
  const values: string[] = [];
  for (const line of lines.slice(index + 1, index + 1 + MAX_VALUE_LINES)) {
    if (line.text.length > MAX_VALUE || readLabel(line.text) !== null || inLine(line, 0).length > 0) break;
    if (label.level > 0 && line.level > 0) break;
    // The first line is the value; further ones only where a list of places goes on.
    if (values.length > 0 && !(kind === 'location' && (line.tag === 'li' || line.tag === 'dd') && line.text.length < 60)) break;
    values.push(line.text);
  }
  return values.length === 0 ? null : values.join('; ');
}
