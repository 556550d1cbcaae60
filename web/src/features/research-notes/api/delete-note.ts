import { apiPaths } from '@coverwright/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { cacheKeys } from '../../../lib/cache-keys.ts';
import { requestJson } from '../../../lib/request-json.ts';
import type { LiveApplication } from '../../live/live-application.ts';

/** The answer has no body. */
const deleteNote = (id: string) => requestJson(apiPaths.researchNote(id), { schema: z.undefined(), method: 'DELETE' });

export function useDeleteNote(applicationId: string, id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => deleteNote(id),
    onSuccess: () =>
      client.setQueryData<LiveApplication>(
        cacheKeys.liveApplication(applicationId),
        (known) => known && { ...known, notes: known.notes.filter((note) => note.id !== id) },
      ),
  });
}
