import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { applicationSortSchema, type ListApplicationsQuery } from '@coverwright/contracts';
import { databaseKinds, newApplication, throwawayDatabase, type ThrowawayDatabase } from '@coverwright/testing';

const companies = [
  'Tallow Street Bakery',
  'acme pumps',
  'Acme Pumps',
  'Fernhill Optics',
  'fernhill optics',
  '100% Wool_Works',
  'Back\\slash',
];
const titles = ['Process Engineer', 'Baker', 'process engineer'];

describe.each(databaseKinds)('the list of applications, %s', (kind) => {
  let db: ThrowawayDatabase;

  beforeAll(async () => {
    db = await throwawayDatabase(kind);
    for (let index = 0; index < 42; index += 1) {
      await db.applications.create(
        newApplication({
          company_name: companies[index % companies.length] ?? '',
          job_title: titles[index % titles.length] ?? '',
          status: index % 4 === 0 ? 'offer' : 'saved',
          ...(index % 5 === 0 ? { location: 'Jena' } : {}),
        }),
      );
    }
  });
  afterAll(() => db.close());

  const readAll = async (query: Partial<ListApplicationsQuery>, limit: number) => {
    const pages: string[][] = [];
    for (let cursor: string | undefined; ;) {
      const page = await db.applications.list({ ...query, limit, ...(cursor === undefined ? {} : { cursor }) });
      pages.push(page.items.map(({ id }) => id));
      if (page.next_cursor === null) return pages;
      cursor = page.next_cursor;
    }
  };
  const find = async (q: string) => (await db.applications.list({ q, limit: 100 })).items;

  it.each(
    applicationSortSchema.options.flatMap((sort) =>
      [{}, { status: 'offer' }, { q: 'ENGINEER' }, { q: 'acme', status: 'saved' }].map((query) => ({ sort, ...query })),
    ),
  )('gives page by page what it gives at once: %j', async (query) => {
    const [atOnce = []] = await readAll(query, 100);
    const pages = await readAll(query, 3);
    expect(atOnce.length).toBeGreaterThan(3);
    expect(pages.flat()).toEqual(atOnce);
    expect(new Set(atOnce).size).toBe(atOnce.length);
  });

  it('searches company, title and location, whatever the case', async () => {
    expect((await find('fernhill')).map(({ company_name }) => company_name)).toEqual(
      Array.from({ length: 12 }, () => expect.stringMatching(/fernhill/i) as unknown),
    );
    expect(await find('process e')).toHaveLength(28);
    expect((await find(' JENA ')).every(({ location }) => location === 'Jena')).toBe(true);
    expect(await find('jena')).toHaveLength(9);
  });

  it.each([
    ['0% w', 6],
    ['l_w', 6],
    ['k\\s', 6],
    ['_', 6],
    ['%', 6],
    ['ba', 22],
    ['no such company', 0],
  ])('takes every character of "%s" as it is', async (q, count) => {
    expect(await find(q)).toHaveLength(count);
  });
});
