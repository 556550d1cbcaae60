import { v7 } from 'uuid';

/** A new row id. Version 7: later rows sort after earlier ones, so lists page by id. */
export const newId = (): string => v7();

export const isoNow = (): string => new Date().toISOString();
