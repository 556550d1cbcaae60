import { FetchRefused } from './fetch-errors.ts';

/** What the caller can read: a page for people, the JSON of a public interface, or XML such as a sitemap. */
export type Accept = 'page' | 'json' | 'xml';
/** What came: markup, plain text with no markup in it, JSON or XML. */
export type Format = 'html' | 'text' | 'json' | 'xml';

interface Kind {
  header: string;
  /** In words, for "leads to …, not to …". */
  name: string;
  takes: (type: string) => Format | null;
}

const KINDS: Record<Accept, Kind> = {
  page: {
    header: 'text/html,application/xhtml+xml;q=0.9,text/plain;q=0.8',
    name: 'a page',
    takes: (type) => (type === 'text/plain' ? 'text' : ['', 'text/html', 'application/xhtml+xml'].includes(type) ? 'html' : null),
  },
  json: {
    header: 'application/json',
    name: 'JSON data',
    takes: (type) => (['', 'application/json', 'text/json'].includes(type) || type.endsWith('+json') ? 'json' : null),
  },
  xml: {
    header: 'application/xml,text/xml;q=0.9,text/plain;q=0.5',
    name: 'XML data',
    // Many servers do not know the type of a sitemap and call it plain text; what it is shows when it is parsed.
    takes: (type) => (['', 'application/xml', 'text/xml', 'text/plain'].includes(type) || type.endsWith('+xml') ? 'xml' : null),
  },
};

export function acceptHeader(accept: Accept): string {
  return KINDS[accept].header;
}

/**
 * The format that a content type stands for.
 * @throws FetchRefused when it is not among those that were asked for.
 */
export function formatOf(contentType: string, accept: Accept): Format {
  const type = contentType.split(';')[0]!.trim().toLowerCase();
  const { takes, name } = KINDS[accept];
  const format = takes(type);
  if (format === null)
    throw new FetchRefused(`The address leads to a file of type ${type.slice(0, 80)}, not to ${name}.`, 'TYPE_UNREADABLE');
  return format;
}
