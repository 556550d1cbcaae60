import type { ValueTransformer } from 'typeorm';

/** JSON kept as text: the same bytes in SQLite and PostgreSQL. */
export const json: ValueTransformer = {
  to: (value: unknown) => (value === null || value === undefined ? null : JSON.stringify(value)),
  from: (value: string | null) => (value === null ? null : (JSON.parse(value) as unknown)),
};

/** A flag kept as 0 or 1. */
export const flag: ValueTransformer = {
  to: (value: boolean | undefined) => (value === undefined ? undefined : value ? 1 : 0),
  from: (value: number) => value === 1,
};
