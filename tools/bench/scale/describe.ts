import type { DatabaseName } from './bench-history.ts';

export const databases: DatabaseName[] = ['SQLite', 'PostgreSQL'];

export const ms = (value: number): string => (value < 10 ? value.toFixed(1) : value.toFixed(0));

export const table = (head: string[], rows: string[][]): string =>
  [head, head.map((_, column) => (column === 0 ? '---' : '---:')), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
