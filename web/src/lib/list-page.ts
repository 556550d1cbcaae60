/** The address of one page of a list that is read as a whole. The first page has no cursor. */
export const listPage = (path: string, cursor: string | null = null): string =>
  `${path}?${new URLSearchParams({ limit: '100', ...(cursor === null ? {} : { cursor }) })}`;
