export interface Colour {
  red: number;
  green: number;
  blue: number;
  /** 0 is transparent. */
  alpha: number;
}

/** The names that pages write; the rest of the list is for painters. */
const NAMES: Record<string, string> = {
  white: '#ffffff',
  black: '#000000',
  red: '#ff0000',
  green: '#008000',
  blue: '#0000ff',
  yellow: '#ffff00',
  gray: '#808080',
  grey: '#808080',
  silver: '#c0c0c0',
  lightgray: '#d3d3d3',
  lightgrey: '#d3d3d3',
  whitesmoke: '#f5f5f5',
  snow: '#fffafa',
  ivory: '#fffff0',
  navy: '#000080',
  transparent: '#00000000',
};
const HEX = /^#([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/;
const RGB = /^rgba?\(\s*(\d+(?:\.\d+)?)[\s,]+(\d+(?:\.\d+)?)[\s,]+(\d+(?:\.\d+)?)(?:\s*[,/]\s*(\d*\.?\d+)(%?))?\s*\)$/;
const CLEAR_HSL = /^hsla?\([^)]*[,/]\s*0*\.?0+%?\s*\)$/;

/** A colour as CSS writes it, in lower case; null for what is no plain colour. */
export function readColour(value: string): Colour | null {
  const text = NAMES[value] ?? value;
  const digits = HEX.exec(text)?.[1];
  if (digits !== undefined) return fromHex(digits);
  const [, red, green, blue, alpha, percent] = RGB.exec(text) ?? [];
  if (red !== undefined) {
    return { red: Number(red), green: Number(green), blue: Number(blue), alpha: Number(alpha ?? 1) / (percent === '%' ? 100 : 1) };
  }
  return CLEAR_HSL.test(text) ? { red: 0, green: 0, blue: 0, alpha: 0 } : null;
}

/** Would text of one colour on the other be told apart by a person? */
export function looksAlike(one: Colour, other: Colour): boolean {
  const near = (channel: 'red' | 'green' | 'blue') => Math.abs(one[channel] - other[channel]) <= 12;
  return near('red') && near('green') && near('blue');
}

function fromHex(digits: string): Colour {
  const long = digits.length <= 4 ? digits.replace(/./g, '$&$&') : digits;
  const [red = 0, green = 0, blue = 0, alpha = 255] = (long.match(/../g) ?? []).map((pair) => parseInt(pair, 16));
  return { red, green, blue, alpha: alpha / 255 };
}
