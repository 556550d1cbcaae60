import { apiPaths, resumePreviewSchema } from '@coverwright/contracts';
import { useMutation } from '@tanstack/react-query';
import { requestJson } from '../../../lib/request-json.ts';

function importResume(file: Blob) {
  const body = new FormData();
  body.set('file', file);
  return requestJson(apiPaths.resumeImport, { schema: resumePreviewSchema, method: 'POST', body });
}

/** Reads a file into a preview. Nothing is saved. */
export const useImportResume = () => useMutation({ mutationFn: importResume });
