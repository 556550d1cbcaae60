const addresses = /\b([a-z][a-z0-9+.-]*:\/\/)[^\s"'<>`]+/gi;
/** Of the sentence that names the address. */
const sentenceEnd = /[.,:;!?)]+$/;
const mailAddresses = /[^\s@"'<>():,;]+@[^\s@"'<>():,;]+\.[a-z]{2,}/gi;
const secrets = /\b(bearer|basic|token|password|secret|api[_-]?key|authorization)(\s*[:=]\s*|\s+)\S+/gi;
const quotes = /"[^"]*"?|“[^”]*”?|`[^`]*`?|(?<!\w)'[^']*'(?!\w)/g;

/** Text of a log line without what a person wrote or keeps secret: of an address only where it leads, no e-mail address, no secret. */
export function redactText(text: string): string {
  return shorten(text)
    .replace(addresses, (found, scheme: string) => {
      const address = found.replace(sentenceEnd, '');
      return placeOf(address, scheme) + found.slice(address.length);
    })
    .replace(mailAddresses, '[e-mail]')
    .replace(secrets, '$1$2[secret]');
}

/** The same for the message of an error, which quotes what went wrong: the start of a letter that is no JSON, a value that is no date. */
export function redactMessage(message: string): string {
  const kept = redactText(message.replace(quotes, '"…"'));
  return kept.length <= longest ? kept : `${kept.slice(0, longest)}…`;
}

const longest = 300;
/** Characters. What looks for an address at every place of a text takes minutes for a megabyte of letters without a space. */
const longestText = 4000;

/** Not within a word, which might be half of an address then. */
const shorten = (text: string): string => (text.length <= longestText ? text : `${text.slice(0, longestText).replace(/\S*$/, '')}…`);

/** Host and port; path, query and user stay out. */
function placeOf(address: string, scheme: string): string {
  if (!URL.canParse(address)) return `${scheme}…`;
  const { host, pathname, search, hash } = new URL(address);
  return `${scheme}${host}${pathname.length > 1 || search !== '' || hash !== '' ? '/…' : ''}`;
}
