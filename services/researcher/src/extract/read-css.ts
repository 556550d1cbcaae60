/** One style rule that holds on a desktop screen. */
export interface CssRule {
  /** As written, with its commas. */
  selectors: string;
  declarations: string;
}

interface Open {
  prelude: string;
  body: string;
  /** Holds rules rather than declarations; null when what is in it does not hold here. */
  group: boolean | null;
}

const TOKEN = /\/\*[\s\S]*?(?:\*\/|$)|"(?:\\[\s\S]|[^"\\\n])*"?|'(?:\\[\s\S]|[^'\\\n])*'?|[{}]/g;
const COMMENT = /\/\*[\s\S]*?(?:\*\/|$)/g;
const SCREEN_WIDTH = 1280;

/** The rules of a stylesheet in their order; those for print, small screens and steps of animations are left out. Never throws. */
export function readCss(css: string): CssRule[] {
  const rules: CssRule[] = [];
  const open: Open[] = [];
  let start = 0;
  for (const { 0: token, index } of css.matchAll(TOKEN)) {
    if (token !== '{' && token !== '}') continue;
    const text = css.slice(start, index);
    start = index + 1;
    if (token === '{') open.push(openBlock(text, open.at(-1)));
    else close(open.pop(), text, rules);
  }
  // What is left open at the end of a sheet counts as closed there.
  close(open.at(-1), css.slice(start), rules);
  return rules;
}

/** What stands before a `{`: declarations of the block around it, up to the last `;`, and the prelude of the new one. */
function openBlock(text: string, parent: Open | undefined): Open {
  const cut = text.lastIndexOf(';') + 1;
  if (parent !== undefined) parent.body += text.slice(0, cut);
  const prelude = text.slice(cut).replace(COMMENT, '').trim();
  return { prelude, body: '', group: groupOf(prelude, parent) };
}

function close(block: Open | undefined, text: string, rules: CssRule[]): void {
  if (block?.group === false) rules.push({ selectors: block.prelude, declarations: block.body + text });
}

function groupOf(prelude: string, parent: Open | undefined): boolean | null {
  // A rule within a rule would need its parent's selector; what it says is left out, as it mostly speaks of hovering.
  if (parent !== undefined && parent.group !== true) return null;
  if (!prelude.startsWith('@')) return false;
  const [, name = '', condition = ''] = /^@([\w-]+)\s*([\s\S]*)$/.exec(prelude.toLowerCase()) ?? [];
  if (name === 'media') return condition.split(',').some(holdsOnScreen) || null;
  return name === 'supports' || name === 'layer' || name === 'scope' ? true : null;
}

function holdsOnScreen(query: string): boolean {
  if (/\bnot\b|\bprint\b|\bspeech\b|\btty\b/.test(query)) return false;
  const features = Array.from(query.matchAll(/\(([^()]*)\)/g), (match) => match[1] ?? '');
  return features.every((feature) => {
    const [, bound, number = '', unit] = /^\s*(min|max)-width\s*:\s*([\d.]+)(px|em|rem)\s*$/.exec(feature) ?? [];
    const width = Number(number) * (unit === 'px' ? 1 : 16);
    return bound === 'min' ? width <= SCREEN_WIDTH : bound === 'max' && width >= SCREEN_WIDTH;
  });
}
