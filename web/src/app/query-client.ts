import { QueryClient } from '@tanstack/react-query';
import { isPassing } from '../lib/request-json.ts';

/** The gateway is usually on this very machine, so being offline is no reason to wait. */
export const newQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: { networkMode: 'always', retry: (count, error) => count < 2 && isPassing(error), retryDelay: 600 },
      mutations: { networkMode: 'always', retry: false },
    },
  });
