import type { ApplicationSort } from '@coverwright/contracts';

interface Order {
  /** What is sorted by, of `a`. Ids are ordered by time and break ties. */
  key: string;
  /** What that is called in the rows as they come from the database: only there is it as the database sorts it. */
  raw: string;
  direction: 'ASC' | 'DESC';
  follows: '<' | '>';
}

export const sortKey = 'sort_key';

const latestFirst = (column: string): Order => ({ key: `a.${column}`, raw: `a_${column}`, direction: 'DESC', follows: '<' });
const byLetters = (column: string): Order => ({ key: `LOWER(a.${column})`, raw: sortKey, direction: 'ASC', follows: '>' });

export const applicationOrders: Record<ApplicationSort, Order> = {
  activity: latestFirst('last_activity_at'),
  created: latestFirst('created_at'),
  company: byLetters('company_name'),
  title: byLetters('job_title'),
  status: byLetters('status'),
};
