import type { IncomingHttpHeaders } from 'node:http';
import { apiPaths } from '@coverwright/contracts';

export type BodyKind = 'application/json' | 'multipart/form-data' | 'application/x-www-form-urlencoded';

/** What else than JSON is taken, and where. A browser may post a form from any page without asking: the check of the origin stands before it. */
const otherKinds = new Map<string, BodyKind>([
  [apiPaths.resumeImport, 'multipart/form-data'],
  [apiPaths.import, 'multipart/form-data'],
  [apiPaths.login, 'application/x-www-form-urlencoded'],
  [apiPaths.logout, 'application/x-www-form-urlencoded'],
]);

export const bodyKindOf = (path: string): BodyKind => otherKinds.get(path) ?? 'application/json';

/** What is wrong with the kind of a body, in words for who sent it; null when nothing is. */
export function refuseBodyKind(path: string, headers: IncomingHttpHeaders): { detail: string; hint: string } | null {
  if (!hasBody(headers)) return null;
  const encoding = headers['content-encoding']?.trim().toLowerCase() ?? 'identity';
  // A packed body of a few hundred bytes may unpack to gigabytes.
  if (encoding !== 'identity' && encoding !== '')
    return { detail: 'A packed body is not accepted.', hint: 'Send it without "Content-Encoding".' };
  const wanted = bodyKindOf(path);
  const [type = '', ...parameters] = (headers['content-type'] ?? '').toLowerCase().split(';');
  if (type.trim() !== wanted) return { detail: `The body must be ${wanted}.`, hint: `Send the header "Content-Type: ${wanted}".` };
  const charset = parameters.map((parameter) => /^\s*charset\s*=\s*"?([^"]*)"?\s*$/.exec(parameter)?.[1]).find(Boolean);
  if (charset !== undefined && charset !== 'utf-8' && charset !== 'utf8')
    return { detail: 'The body must be UTF-8.', hint: 'Send the text in UTF-8; the header needs no charset then.' };
  return null;
}

export const hasBody = (headers: IncomingHttpHeaders): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
