import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { NextFunction, Request, Response } from 'express';

const endings = { br: '.br', gzip: '.gz' } as const;
const plainPath = /^(\/[\w-][\w.-]*)+$/;

/** The file that a browser gets instead of `path`: a copy that was compressed when the page was built, or `path` itself. */
export function compressedCopy(request: Request, response: Response, path: string): string {
  const encoding = (['br', 'gzip'] as const).find((each) => request.acceptsEncodings(each) === each && existsSync(path + endings[each]));
  response.vary('Accept-Encoding');
  if (encoding === undefined) return path;
  // Said here, because the name of the copy would make it something else.
  response.type(/\.\w+$/.exec(path)?.[0] ?? 'html');
  response.setHeader('Content-Encoding', encoding);
  return path + endings[encoding];
}

/** Goes before the static files of `folder` and points them to compressed copies. */
export const serveCompressed =
  (folder: string) =>
  (request: Request, response: Response, next: NextFunction): void => {
    const asked = request.path;
    if (['GET', 'HEAD'].includes(request.method) && plainPath.test(asked) && existsSync(join(folder, asked))) {
      const copy = compressedCopy(request, response, join(folder, asked));
      request.url = request.url.replace(asked, asked + copy.slice(join(folder, asked).length));
    }
    next();
  };
