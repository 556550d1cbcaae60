export interface FoundUrl {
  /** Offsets in the text, UTF-16 units, end exclusive. */
  start: number;
  end: number;
  /** As the person wrote it; only scheme and host are lower-cased, a bare domain gets `https://`. */
  url: string;
}

const MAX_URL = 2000;
const TLDS = new Set(
  (
    'com org net edu gov int example test io ai app dev co uk de fr es nl ch eu se fi dk pl pt cz gr ie ca au nz jp cn kr br mx ar cl za sg hk tw tr ' +
    'ru ua ro hu bg hr si sk lt lv ee lu li tech cloud jobs careers work works agency studio design digital systems solutions software group company ' +
    'inc ltd gmbh health care bank energy space world global online site website xyz info biz name pro blog news media tv fm gg vc earth green museum'
  ).split(' '),
);
// Country codes that are also English words: a missing space after a full stop ("send it.so") must not become an address.
const WORD_TLDS = new Set('so is in me it to at be no my us do as am by im id la'.split(' '));
const POINTING_WORDS = new Set('at on from site website page url link see visit via read research check is homepage'.split(' '));
// Technology names that only look like domains.
const NOT_DOMAINS = new Set(['asp.net', 'vb.net', 'ado.net', 'ml.net', 'socket.io', 'node.io', 'e.g', 'i.e']);

/** All http(s) addresses and bare domains of a text, in order. Linear in the text's length. */
export function findUrls(text: string): FoundUrl[] {
  const found: FoundUrl[] = [];
  let previousWord = '';
  for (const match of text.matchAll(/[^\s<>"“”„«»`|]+/gu)) {
    const word = match[0];
    const hit = /https?:\/\//i.exec(word) ? readFullUrls(word) : readBareDomain(word, previousWord);
    for (const { from, length, url } of hit) {
      const start = match.index + from;
      found.push({ start, end: start + length, url });
    }
    previousWord = word.toLowerCase().replace(/[^\p{L}]/gu, '');
  }
  return found;
}

interface Hit {
  from: number;
  length: number;
  url: string;
}

function readFullUrls(word: string): Hit[] {
  const hits: Hit[] = [];
  const scheme = /https?:\/\//gi;
  for (let match = scheme.exec(word); match; match = scheme.exec(word)) {
    // `](` and `),(` part two addresses; a scheme inside a query (`?next=https://…`) belongs to the first one.
    const rest = word.slice(match.index);
    const glued = rest.slice(8).search(/[,;)\]](?:and)?[([]?https?:\/\//i);
    const address = trimTail((glued < 0 ? rest : rest.slice(0, glued + 8)).split('](')[0] ?? '');
    if (address.length <= MAX_URL && URL.canParse(address))
      hits.push({ from: match.index, length: address.length, url: lowerHost(address) });
    if (glued < 0) break;
    scheme.lastIndex = match.index + glued + 8;
  }
  return hits;
}

function readBareDomain(word: string, previousWord: string): Hit[] {
  if (word.length > MAX_URL || word.includes('@') || word.includes('://')) return [];
  const from = word.search(/[\p{L}\p{N}]/u);
  if (from < 0) return [];
  const address = trimTail(word.slice(from));
  const match = /^((?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+([a-z]{2,12}))(:\d{2,5})?(\/\S*)?$/iu.exec(address);
  const host = match?.[1]?.toLowerCase();
  const tld = match?.[2]?.toLowerCase();
  if (!match || !host || !tld || NOT_DOMAINS.has(host)) return [];
  const certain = host.startsWith('www.') || match[4] !== undefined;
  const known = TLDS.has(tld) || (WORD_TLDS.has(tld) && (certain || POINTING_WORDS.has(previousWord)));
  const url = `https://${lowerHost(address)}`;
  return (known || host.startsWith('www.')) && URL.canParse(url) ? [{ from, length: address.length, url }] : [];
}

/** Drops punctuation that belongs to the sentence; a closing bracket stays when its opening one is part of the address. */
function trimTail(address: string): string {
  let end = address.length;
  let surplus = count(address, ')') - count(address, '(');
  for (; end > 0; end--) {
    const last = address[end - 1] ?? '';
    if (last === ')' && surplus > 0) surplus--;
    else if (/[.,;:!?'’‘\]}*_~…]/.test(last)) continue;
    else if (/[s]/.test(last) && /['’]/.test(address[end - 2] ?? '')) end--;
    else break;
  }
  return address.slice(0, end);
}

function count(text: string, mark: string): number {
  return text.split(mark).length - 1;
}

function lowerHost(address: string): string {
  return address.replace(/^(?:https?:\/\/)?[^/?#]*/i, (head) => (head.includes('@') ? head : head.toLowerCase()));
}
