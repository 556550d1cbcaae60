import { apiPaths, researchNoteSchema, type PatchResearchNote } from '@coverwright/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { requestJson } from '../../../lib/request-json.ts';
import { receiveEvent } from '../../live/live-application-query.ts';

const patchNote = (id: string, body: PatchResearchNote) =>
  requestJson(apiPaths.researchNote(id), { schema: researchNoteSchema, method: 'PATCH', body });

export function usePatchNote(applicationId: string, id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: PatchResearchNote) => patchNote(id, body),
    onSuccess: (note) => receiveEvent(client, applicationId, { type: 'note', data: note }),
  });
}
