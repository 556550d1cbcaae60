import { apiPaths } from '@coverwright/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { requestJson } from '../../../lib/request-json.ts';

/** An archive may be large, and all of it is written to disk. */
const deadlineMs = 10 * 60_000;

function importArchive(file: File) {
  const body = new FormData();
  body.set('file', file);
  return requestJson(apiPaths.import, { schema: z.unknown(), method: 'POST', body, deadlineMs });
}

/** Puts an export into this instance, which has to be empty. Everything the page knew is asked for anew. */
export function useImportArchive() {
  const client = useQueryClient();
  return useMutation({ mutationFn: importArchive, onSuccess: () => client.invalidateQueries() });
}
