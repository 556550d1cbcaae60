import type { ListOf } from '@coverwright/contracts';
import type { z } from 'zod';
import { listPage } from './list-page.ts';
import { requestJson } from './request-json.ts';

/** Every item of a list, page after page. */
export async function requestAllPages<T>(path: string, schema: z.ZodType<ListOf<T>>, signal?: AbortSignal): Promise<T[]> {
  const items: T[] = [];
  let cursor: string | null = null;
  do {
    const page: ListOf<T> = await requestJson(listPage(path, cursor), { schema, ...(signal ? { signal } : {}) });
    items.push(...page.items);
    cursor = page.next_cursor;
  } while (cursor !== null);
  return items;
}
