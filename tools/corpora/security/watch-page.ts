import type { BrowserContext, Page } from '@playwright/test';

/** What was active in a page, as it comes: dialogs, requests to elsewhere, refusals of the browser. */
export async function watchContext(context: BrowserContext, origin: string): Promise<string[]> {
  const seen: string[] = [];
  await context.route('**/*', (route) => {
    const url = route.request().url();
    if (url.startsWith(`${origin}/`)) return route.continue();
    seen.push(`request to ${url.slice(0, 200)}`);
    return route.abort();
  });
  context.on('console', (message) => {
    if (/Content Security Policy|coverwrightWasHere/.test(message.text())) seen.push(message.text().slice(0, 300));
  });
  context.on('page', (page) => page.on('dialog', (dialog) => void (seen.push(`dialog: ${dialog.message()}`), dialog.dismiss())));
  return seen;
}

/** Run in the page, as text: this tool knows no browser types. What should not be in a document made from text. */
const findActive = `(() => {
  const found = [];
  if (window.coverwrightWasHere) found.push('a script ran');
  const own = (url) => { try { return new URL(url, location.href).origin === location.origin; } catch { return false; } };
  // An address that is none leads nowhere.
  const protocolOf = (url) => { try { return new URL(url, location.href).protocol; } catch { return 'https:'; } };
  for (const element of document.querySelectorAll('*')) {
    const name = element.localName;
    if (['iframe', 'object', 'embed', 'base', 'frame', 'applet', 'marquee', 'video', 'audio'].includes(name)) found.push('<' + name + '>');
    if (name === 'script' && !own(element.src || 'data:')) found.push('<script>');
    if (name === 'style' || (name === 'meta' && element.httpEquiv)) found.push('<' + name + '>');
    for (const { name: attribute, value } of element.attributes) {
      if (/^on/i.test(attribute)) found.push(name + ' ' + attribute);
      if (attribute === 'style' && /url\\(|expression/i.test(value)) found.push(name + ' style');
      if (['src', 'srcset', 'data', 'poster', 'background', 'formaction', 'action', 'xlink:href', 'srcdoc', 'ping'].includes(attribute) && !own(value)) found.push(name + ' ' + attribute + '=' + value);
      if (attribute === 'href' && name === 'link' && !own(value)) found.push('link ' + value);
      if (attribute === 'href' && name !== 'link' && !/^(https?:)$/.test(protocolOf(value))) found.push(name + ' href=' + value);
    }
  }
  return found;
})()`;

/** A page that a text has led elsewhere cannot be asked any more; that is a finding, too. */
export const activeIn = (page: Page): Promise<string[]> =>
  page.evaluate<string[]>(findActive).catch((error: unknown) => {
    if (!/navigation/.test(String(error))) throw error;
    return ['the page was led elsewhere'];
  });
