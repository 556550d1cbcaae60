import { startLocalSite, type LocalHandler, type LocalPage, type LocalSite } from '@coverwright/testing';
import { extractPage } from '../src/extract/extract-page.ts';
import { researchCompany, type PageEnd, type ResearchOptions, type ResearchRequest } from '../src/research-company.ts';

const sites: LocalSite[] = [];
export async function closeSites(): Promise<void> {
  await Promise.all(sites.splice(0).map((site) => site.close()));
}

export type Pages = Record<string, LocalPage | LocalHandler>;

export async function startSite(pages: Pages): Promise<LocalSite> {
  const site = await startLocalSite(pages);
  sites.push(site);
  return site;
}

export const newPage = (title: string, text: string, links: Record<string, string> = {}): LocalPage => ({
  body: `<title>${title}</title><nav>${Object.entries(links)
    .map(([href, name]) => `<a href="${href}">${name}</a>`)
    .join(' ')}</nav><main><p>${text}</p></main>`,
});
export const about = newPage('About Acme Pumps', 'Acme Pumps was founded in 1990 by two nurses from Bergen.');
export const home = (links: Record<string, string> = {}) => newPage('Acme Pumps', 'Acme Pumps builds quiet pumps for 40 hospitals.', links);

/** Researches as a run does; every site that is open may be read. */
export async function research(request: Partial<ResearchRequest>, more: Partial<ResearchOptions> = {}) {
  const ends: PageEnd[] = [];
  const reports = await researchCompany(
    { urls: [], jobUrl: null, companyUrl: null, companyName: 'Acme Pumps', jobTitle: 'Seal Engineer', jobDescription: null, ...request },
    {
      maxPages: 8,
      concurrency: 4,
      allowPrivate: sites.map((site) => site.host),
      searxngUrl: null,
      signal: new AbortController().signal,
      readPage: async ({ text, url }) => extractPage(text, url),
      alreadyFetched: () => null,
      findStored: async () => null,
      onPage: async (end) => void ends.push(end),
      ...more,
    },
  );
  const notes = ends.flatMap((end) => end.note ?? []);
  return { reports, notes, found: reports.map(({ url, found, outcome }) => [new URL(url).pathname, found, outcome]) };
}
