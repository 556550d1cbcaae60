import { apiPaths, importAnswerSchema } from '@coverwright/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { cacheKeys } from '../../../lib/cache-keys.ts';
import { requestJson } from '../../../lib/request-json.ts';

/** Longer than the server waits for the site. */
const deadlineMs = 60_000;

interface ImportOptions {
  url: string;
  signal: AbortSignal;
}

const importPosting = ({ url, signal }: ImportOptions) =>
  requestJson(apiPaths.importApplication, { schema: importAnswerSchema, method: 'POST', body: { url }, signal, deadlineMs });

export function useImportPosting() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: importPosting,
    onSuccess: () => client.invalidateQueries({ queryKey: cacheKeys.applications }),
  });
}
