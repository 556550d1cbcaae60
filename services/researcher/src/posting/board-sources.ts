/** Where a job board says in JSON what its page shows. */
export interface BoardSource {
  /** The public interface for this posting, or for the board it is on. */
  api: string;
  /** The page for people. */
  page: string;
}

interface Board {
  host: RegExp;
  find: (url: URL, region: string) => BoardSource | null;
}

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';

/** Boards with a documented interface that anybody may read. Each has a European twin of its own. */
const BOARDS: Board[] = [
  {
    host: /^(?:job-)?boards\.(eu\.)?greenhouse\.io$/,
    find: (url, region) => {
      const [, board, id] =
        /^\/([\w-]+)\/jobs\/(\d+)/.exec(url.pathname) ??
        (url.pathname.startsWith('/embed/job_app') ? ['', url.searchParams.get('for'), url.searchParams.get('token')] : []);
      if (!board || !id) return null;
      const api = `https://boards-api.${region}greenhouse.io/v1/boards/${encodeURIComponent(board)}/jobs/${encodeURIComponent(id)}?pay_transparency=true`;
      return { api, page: url.href };
    },
  },
  {
    host: /^jobs\.(eu\.)?lever\.co$/,
    find: (url, region) => {
      const [, site, id] = new RegExp(`^/([^/]+)/(${UUID})`, 'i').exec(url.pathname) ?? [];
      if (site === undefined || id === undefined) return null;
      return { api: `https://api.${region}lever.co/v0/postings/${site}/${id}`, page: `${url.origin}/${site}/${id}` };
    },
  },
  {
    host: /^jobs\.ashbyhq\.com$/,
    find: (url) => {
      const [, board, id] = new RegExp(`^/([^/]+)/(${UUID})`, 'i').exec(url.pathname) ?? [];
      if (board === undefined || id === undefined) return null;
      return {
        api: `https://api.ashbyhq.com/posting-api/job-board/${board}?includeCompensation=true`,
        page: `${url.origin}/${board}/${id}`,
      };
    },
  },
];

/** The public interface behind the address of a posting; null where there is none or none is known. */
export function findBoardSource(address: string): BoardSource | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  for (const { host, find } of BOARDS) {
    const match = host.exec(url.hostname);
    if (match !== null) return find(url, match[1] ?? '');
  }
  return null;
}
