const LEGAL_FORMS =
  /[,\s]+(?:inc(?:orporated)?|corp(?:oration)?|ltd|limited|llc|llp|plc|gmbh(?:\s*&\s*co\.?\s*kg)?|mbh|ag|kg|ug|se|sa|sas|sarl|srl|spa|s\.p\.a|bv|b\.v|nv|n\.v|ab|as|a\/s|oy|oyj|kk|pty|pte|co|company|group|holdings?)\.?$/iu;
/** What companies put before or after their name in a domain. */
const ADDITIONS =
  /^(?:the|get|join|try|use|go|we|my|team)|(?:inc|corp|group|hq|app|labs?|tech|software|io|ai|careers?|jobs|online|global|official|co|hr|team)$/u;
/** Below this a shared beginning is chance. */
const MIN_SHARED = 4;

/** A company's name without its legal form, lower case. */
export function coreName(name: string): string {
  let core = name.trim();
  for (let before = ''; before !== core;) {
    before = core;
    core = core.replace(LEGAL_FORMS, '');
  }
  return core.toLowerCase();
}

/** Does a text speak of the company by its name? Case, accents and punctuation do not matter. */
export function namesCompany(text: string, companyName: string): boolean {
  const name = spaced(coreName(companyName));
  return name.trim() !== '' && spaced(text).includes(name);
}

/** Could the label (`acme-pumps` of acme-pumps.example) be how the company spells itself in an address? */
export function looksLikeCompany(label: string, companyName: string): boolean {
  const spelled = squash(label);
  const core = squash(coreName(companyName));
  if (spelled === '' || core === '') return false;
  if (spelled === core || spelled.replace(ADDITIONS, '') === core) return true;
  const shorter = Math.min(spelled.length, core.length);
  return shorter >= MIN_SHARED && (spelled.startsWith(core) || (core.startsWith(spelled) && isWholeWords(spelled, companyName)));
}

/** `acme` of "Acme Pumps", not `acmep`. */
function isWholeWords(spelled: string, companyName: string): boolean {
  let soFar = '';
  for (const word of coreName(companyName).split(/\s+/)) {
    soFar += squash(word);
    if (soFar === spelled) return true;
  }
  return false;
}

const plain = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
const squash = (text: string) => plain(text).replace(/[^\p{L}\p{N}]/gu, '');
const spaced = (text: string) =>
  ` ${plain(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;
