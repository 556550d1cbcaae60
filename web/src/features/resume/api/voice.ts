import { apiPaths, voiceSchema, type PutVoice } from '@coverwright/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { cacheKeys } from '../../../lib/cache-keys.ts';
import { requestJson } from '../../../lib/request-json.ts';

export const useVoice = () =>
  useQuery({ queryKey: cacheKeys.voice, queryFn: ({ signal }) => requestJson(apiPaths.voice, { schema: voiceSchema, signal }) });

const putVoice = (body: PutVoice) => requestJson(apiPaths.voice, { schema: voiceSchema, method: 'PUT', body });

export function usePutVoice() {
  const client = useQueryClient();
  return useMutation({ mutationFn: putVoice, onSuccess: (voice) => client.setQueryData(cacheKeys.voice, voice) });
}
