// Stands in for SearXNG in `npm run test:containers`: started as the profile starts it, with the settings that it is given there.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

const settings = readFileSync('/etc/searxng/settings.yml', 'utf8');
const givesJson = /^search:.*formats:.*\bjson\b/m.test(settings);

createServer((request, response) => {
  const asked = new URL(request.url, 'http://search');
  if (asked.pathname !== '/search' || asked.searchParams.get('format') !== 'json' || !givesJson) {
    response.writeHead(403).end();
    return;
  }
  const results = [{ url: 'http://company-0:8080/', title: 'About Wendlemark Cartography', content: 'Live network maps' }];
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ query: asked.searchParams.get('q'), results }));
}).listen(8080, '0.0.0.0');
