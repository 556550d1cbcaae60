import fc from 'fast-check';
import { listRoutes, type ApiDescription, type DescribedRoute, type JsonSchema } from './api-description.ts';
import { allowedBy, anyText, nearlyAllowedBy } from './schema-values.ts';

export interface ApiRequest {
  route: DescribedRoute;
  /** As it is sent. */
  path: string;
  headers: Record<string, string>;
  body: string | null;
}

/** Ids that exist, by what a path calls them; so that not everything ends in 404. */
export type KnownIds = (path: string, name: string) => string[];

const odd = { weight: 1 };
const usual = { weight: 3 };

/** Requests to every route of the description: as described, nearly so, and not at all. */
export function apiRequests(description: ApiDescription, known: KnownIds): fc.Arbitrary<ApiRequest> {
  return fc.oneof(...listRoutes(description).map((route) => requestsTo(route, known)));
}

function requestsTo(route: DescribedRoute, known: KnownIds): fc.Arbitrary<ApiRequest> {
  return fc
    .record({ path: pathOf(route, known), query: queryOf(route), headers: headersOf(route), body: bodyOf(route) })
    .map(({ path, query, headers, body }) => ({
      route,
      path: query === '' ? path : `${path}?${query}`,
      headers: body === null ? headers : { 'content-type': body.type, ...headers },
      body: body?.text ?? null,
    }));
}

function pathOf({ path }: DescribedRoute, known: KnownIds): fc.Arbitrary<string> {
  const parts = path.split(/(\{[^}]+\})/).map((part) => {
    if (!part.startsWith('{')) return fc.constant(part);
    const ids = known(path, part.slice(1, -1));
    const strange = fc.oneof(
      fc.uuid(),
      // Without a text it would be the address of another route.
      anyText().map((text) => encode(text.slice(0, 1500)) || '-'),
      fc.constantFrom('import', '%00', '%ff', '%', '..%2f..', '%2e%2e', '..', '.', '-1'),
    );
    return ids.length === 0 ? strange : fc.oneof({ ...usual, arbitrary: fc.constantFrom(...ids) }, { ...odd, arbitrary: strange });
  });
  return fc.tuple(...parts).map((all) => all.join(''));
}

function queryOf({ parameters = [] }: DescribedRoute): fc.Arbitrary<string> {
  const queries = parameters.filter((parameter) => parameter.in === 'query');
  const fields = queries.map(({ name, schema }) =>
    fc.option(
      fc
        .oneof({ ...usual, arbitrary: allowedBy(schema).map(String) }, { ...odd, arbitrary: anyText() })
        .map((value) => `${name}=${encode(value.slice(0, 1000))}`),
      { nil: null },
    ),
  );
  const raw = fc.option(fc.constantFrom('%', 'limit=1&limit=2', 'limit[]=1', 'q[a]=b', '__proto__=1', 'cursor=%00', 'a=%ff', '&&=='), {
    nil: null,
    freq: 15,
  });
  return fc.tuple(...fields, raw).map((parts) => parts.filter((part) => part !== null).join('&'));
}

function headersOf({ parameters = [] }: DescribedRoute): fc.Arbitrary<Record<string, string>> {
  const named = parameters.filter((parameter) => parameter.in === 'header').map(({ name }) => name.toLowerCase());
  const value = fc.string({ unit: fc.constantFrom(...'abcXYZ019 -_.:/%"{}\u00e9'), maxLength: 300 }).map((text) => text.trim());
  const header = (name: string) => fc.option(value, { nil: null, freq: 3 }).map((text): [string, string | null] => [name, text]);
  return fc
    .tuple(...[...named, 'last-event-id', 'accept'].map(header))
    .map((pairs) => Object.fromEntries(pairs.filter((pair): pair is [string, string] => pair[1] !== null)));
}

function bodyOf({ requestBody }: DescribedRoute): fc.Arbitrary<{ type: string; text: string } | null> {
  const content = Object.entries(requestBody?.content ?? {});
  const bodies = content.map(([type, { schema }]) => (type.startsWith('multipart/') ? formBody() : jsonBody(schema)));
  const strange = fc.record({
    type: fc.constantFrom('application/json', 'text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data'),
    text: anyText(),
  });
  if (bodies.length === 0) return fc.option(strange, { nil: null, freq: 15 });
  return fc.oneof({ weight: 12, arbitrary: fc.oneof(...bodies) }, { ...odd, arbitrary: strange }, { ...odd, arbitrary: fc.constant(null) });
}

function jsonBody(schema: JsonSchema | undefined): fc.Arbitrary<{ type: string; text: string }> {
  const value = fc.oneof({ weight: 3, arbitrary: allowedBy(schema) }, { weight: 3, arbitrary: nearlyAllowedBy(schema) });
  return value.map((body) => ({ type: 'application/json', text: JSON.stringify(body) ?? '' }));
}

function formBody(): fc.Arbitrary<{ type: string; text: string }> {
  const name = anyText().map((text) =>
    text
      .slice(0, 300)
      .replace(/["\r\n]/g, '_')
      .replaceAll('\u0000', '_'),
  );
  return fc
    .tuple(fc.constantFrom('file', 'x', '__proto__[a]', 'a[0][b]'), name, anyText(), fc.constantFrom('--', '', '\r\n'))
    .map(([field, file, text, end]) => ({
      type: 'multipart/form-data; boundary=fuzz',
      text: `--fuzz\r\nContent-Disposition: form-data; name="${field}"; filename="${file}"\r\n\r\n${text}\r\n--fuzz${end}`,
    }));
}

/** Half a character cannot be sent in an address. */
const encode = (text: string): string => encodeURIComponent(text.toWellFormed());
