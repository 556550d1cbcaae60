import { listSitemaps } from './list-sitemaps.ts';

/** The rules of one robots.txt that concern one agent (RFC 9309). */
export interface RobotsRules {
  rules: { allow: boolean; pattern: string }[];
  /** The sitemaps it names; they concern everybody. */
  sitemaps?: string[];
}

interface Group {
  agents: string[];
  rules: RobotsRules['rules'];
}

const IS_ASCII = /^\p{ASCII}*$/u;
const MAX_LINE = 2083 * 8;
const AGENT_SPELLINGS = new Set(['user-agent', 'useragent', 'user agent']);
const DISALLOW_SPELLINGS = new Set(['disallow', 'dissallow', 'dissalow', 'disalow', 'diasllow', 'disallaw']);

/** Reads the groups that name `agent`, or else those for everyone. Unknown lines are skipped. */
export function parseRobots(text: string, agent: string): RobotsRules {
  const groups = readGroups(text);
  const wanted = agent.toLowerCase();
  const own = groups.filter((group) => group.agents.includes(wanted));
  const chosen = own.length > 0 ? own : groups.filter((group) => group.agents.includes('*'));
  return { rules: chosen.flatMap((group) => group.rules), sitemaps: listSitemaps(text) };
}

/** May the path (with its query) be read? The longest matching rule decides, Allow on a tie, yes without any. */
export function isPathAllowed({ rules }: RobotsRules, path: string): boolean {
  const target = upperEscapes(path === '' ? '/' : path);
  let allow = -1;
  let disallow = -1;
  for (const rule of rules) {
    if (!matches(rule.pattern, target)) continue;
    if (rule.allow) allow = Math.max(allow, rule.pattern.length);
    else disallow = Math.max(disallow, rule.pattern.length);
  }
  return allow >= disallow;
}

function readGroups(text: string): Group[] {
  const groups: Group[] = [];
  let current: Group | null = null;
  let namingAgents = false;
  for (const line of text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)) {
    const entry = readLine(line.length > MAX_LINE ? line.slice(0, MAX_LINE) : line);
    if (entry === null) continue;
    if (entry.key === 'user-agent') {
      if (current === null || !namingAgents) groups.push((current = { agents: [], rules: [] }));
      current.agents.push(agentName(entry.value));
      namingAgents = true;
    } else {
      namingAgents = false;
      if (current !== null && entry.value !== '') addRule(current, entry.key === 'allow', entry.value);
    }
  }
  return groups;
}

function readLine(line: string): { key: 'user-agent' | 'allow' | 'disallow'; value: string } | null {
  const comment = line.indexOf('#');
  const bare = (comment < 0 ? line : line.slice(0, comment)).trim();
  const colon = bare.indexOf(':');
  // "disallow /" without a colon is common enough to be understood.
  const end = colon < 0 ? bare.search(/\s/) : colon;
  if (end < 0) return null;
  const name = bare.slice(0, end).trimEnd().toLowerCase();
  const value = bare.slice(end + 1).trimStart();
  if (colon < 0 && /\s/.test(value)) return null;
  if (name === 'allow') return { key: 'allow', value };
  if (DISALLOW_SPELLINGS.has(name)) return { key: 'disallow', value };
  return AGENT_SPELLINGS.has(name) ? { key: 'user-agent', value } : null;
}

function agentName(value: string): string {
  if (/^\*(\s|$)/.test(value)) return '*';
  return (/^[a-z_-]+/i.exec(value)?.[0] ?? '').toLowerCase();
}

function addRule(group: Group, allow: boolean, value: string): void {
  const pattern = upperEscapes(escapeLetters(value));
  group.rules.push({ allow, pattern });
  // Where the front page of a folder may be read, so may the folder.
  const folder = allow && pattern.includes('/index.htm') ? /^(.*\/)index\.html?$/s.exec(pattern)?.[1] : undefined;
  if (folder !== undefined) group.rules.push({ allow, pattern: `${folder}$` });
}

/** Each piece between stars is looked for once, from where the last one ended: linear, whatever the pattern. */
function matches(pattern: string, path: string): boolean {
  const toEnd = pattern.endsWith('$');
  const pieces = (toEnd ? pattern.slice(0, -1) : pattern).split('*');
  const first = pieces[0] ?? '';
  if (!path.startsWith(first)) return false;
  if (pieces.length === 1) return !toEnd || path.length === first.length;
  let at = first.length;
  for (const piece of toEnd ? pieces.slice(1, -1) : pieces.slice(1)) {
    const found = path.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  const last = pieces.at(-1) ?? '';
  return !toEnd || (path.endsWith(last) && path.length - last.length >= at);
}

/** As URLs carry letters beyond ASCII. */
function escapeLetters(text: string): string {
  return IS_ASCII.test(text) ? text : text.replace(/[^\p{ASCII}]+/gu, (part) => encodeURIComponent(part.toWellFormed()));
}

function upperEscapes(text: string): string {
  return !text.includes('%') ? text : text.replace(/%[0-9a-f]{2}/gi, (escape) => escape.toUpperCase());
}
