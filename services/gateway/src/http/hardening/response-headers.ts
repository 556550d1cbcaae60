import type { NextFunction, Request, Response } from 'express';
import helmet, { type HelmetOptions } from 'helmet';
import { apiPaths } from '@coverwright/contracts';

const own = ["'self'"];
const none = ["'none'"];

const policy = (more: Record<string, string[]>): NonNullable<HelmetOptions['contentSecurityPolicy']> => ({
  useDefaults: false,
  directives: {
    defaultSrc: none,
    scriptSrc: own,
    styleSrc: own,
    imgSrc: own,
    fontSrc: own,
    connectSrc: own,
    formAction: own,
    objectSrc: none,
    frameAncestors: none,
    baseUri: none,
    ...more,
  },
});

const withPolicy = (more: Record<string, string[]>) =>
  helmet({
    contentSecurityPolicy: policy(more),
    // The page is served over plain HTTP on loopback; whoever puts TLS in front sets this there.
    strictTransportSecurity: false,
    // Addresses hold ids. Without any referrer a browser would send "Origin: null" with the page's own forms.
    referrerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
  });

/** Nothing but files of this gateway: no inline script or style, nothing from elsewhere, in no frame. */
const page = withPolicy({});
/** Two tools of others bring styles with their markup; scripts are held to the same rule. */
const tools = [
  { path: apiPaths.queues, headers: withPolicy({ styleSrc: ["'self'", "'unsafe-inline'"], imgSrc: ["'self'", 'data:'], baseUri: own }) },
  { path: apiPaths.docs, headers: withPolicy({ styleSrc: ["'self'", "'unsafe-inline'"], imgSrc: ["'self'", 'data:'] }) },
];

/** What every answer carries, an error too. */
export function setResponseHeaders(request: Request, response: Response, next: NextFunction): void {
  const tool = tools.find(({ path }) => request.path === path || request.path.startsWith(`${path}/`));
  response.setHeader('Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()');
  // Letters and resumes do not belong in a cache on disk.
  if (request.path.startsWith('/api/')) response.setHeader('Cache-Control', 'no-store');
  (tool?.headers ?? page)(request, response, next);
}
