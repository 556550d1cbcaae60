import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const active = /<|javascript:|data:|vbscript:|&#/i;
const code = 'window.coverwrightWasHere=1';
const remote = 'http://remote.invalid/x';
const schemes = [
  'javascript:',
  'JaVaScRiPt:',
  ' javascript:',
  'java\nscript:',
  'java\tscript:',
  '&#106;avascript:',
  '&#x6a;avascript&colon;',
  'javascript&#58;',
  '\u0001javascript:',
  'vbscript:',
  'data:text/html,<script>',
  'blob:',
  'file:///etc/passwd#',
  'https://x.invalid@javascript:',
];
const handlers = ['onerror', 'onload', 'onclick', 'onmouseover', 'onfocus', 'ontoggle', 'onanimationstart', 'onpointerenter', 'OnErRoR'];
const tags = [
  'img src=x',
  'svg',
  'body',
  'input autofocus',
  'details open',
  'video src=x',
  'iframe srcdoc=x',
  'object data=x',
  'marquee',
  'a href=x',
  'math',
  'style',
  'form action=x',
];
const forms = (target: string) => [
  `[x](${target})`,
  `[x](<${target}>)`,
  `![x](${target})`,
  `<${target}>`,
  `[x]: ${target}\n\n[x]`,
  `![x][y]\n\n[y]: ${target}`,
  `<a href="${target}">x</a>`,
  `<img src="${target}">`,
  `[![x](${target})](${target})`,
];

const own = (): string[] => [
  ...schemes.flatMap((scheme) => forms(`${scheme}${code}`)),
  ...forms(remote),
  ...tags.flatMap((tag) => handlers.map((handler) => `<${tag} ${handler}=${code}>`)),
  ...[
    '<script>',
    '<SCRIPT >',
    '<script/x>',
    '<scr<script>ipt>',
    '"><script>',
    '</textarea><script>',
    '</title><script>',
    '--><script>',
    ']]><script>',
  ].map((open) => `${open}${code}</script>`),
  `<style>@import "${remote}"</style>`,
  `<link rel=stylesheet href=${remote}>`,
  `<base href=${remote}>`,
  `<meta http-equiv=refresh content="0;url=${remote}">`,
  `<p style="background:url(${remote})">x`,
  `{{constructor.constructor('${code}')()}}`,
  `\${${code}}`,
];

/** Texts that want to become something: those of data sets that have markup or an address that acts, and every scheme, tag and handler by itself. */
export const activeMarkup = async (folder: string): Promise<string[]> => {
  const naughty = join(folder, 'security/naughty/blns.json');
  const strings = existsSync(naughty) ? (JSON.parse(await readFile(naughty, 'utf8')) as string[]) : [];
  const parserCases = (await textsUnder(join(folder, 'security/html/tree-construction'), '.dat')).flatMap((text) =>
    Array.from(`\n${text}`.matchAll(/\n#data\n([\s\S]*?)\n#(?:errors|new-errors|document)/g), ([, data = '']) => data),
  );
  const lists = (await textsUnder(join(folder, 'security/xss'), '.txt')).flatMap((text) => text.split('\n'));
  const likely = parserCases.filter((text) =>
    /script|\bon\w+\s*=|javascript:|src\s*=|href\s*=|<(svg|math|style|iframe|object|embed|form|base|link|meta)\b/i.test(text),
  );
  const all = [...own(), ...strings.filter((text) => active.test(text)), ...lists, ...likely];
  return [...new Set(all)].filter((text) => text.trim() !== '' && !text.includes('\u0000') && text.isWellFormed());
};

const textsUnder = async (folder: string, ending: string): Promise<string[]> => {
  if (!existsSync(folder)) return [];
  const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith(ending));
  return Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
};
