import { apiPaths, applicationListSchema } from '@coverwright/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { requestJson } from '../../../lib/request-json.ts';
import { deleteApplication } from '../../applications/api/delete-application.ts';

/** One by one, so that each goes with its queued jobs and its files. Says how many are gone after each. */
async function deleteEverything(onGone: (count: number) => void): Promise<number> {
  let gone = 0;
  for (;;) {
    const { items } = await requestJson(`${apiPaths.applications}?limit=100`, { schema: applicationListSchema });
    if (items.length === 0) return gone;
    for (const { id } of items) {
      await deleteApplication(id);
      onGone(++gone);
    }
  }
}

export function useDeleteEverything() {
  const client = useQueryClient();
  return useMutation({ mutationFn: deleteEverything, onSettled: () => client.invalidateQueries() });
}
