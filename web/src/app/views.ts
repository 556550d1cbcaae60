import { apiPaths, pagePaths } from '@coverwright/contracts';
import type { ComponentType } from 'react';
import { listPage } from '../lib/list-page.ts';
import type { Params } from '../lib/router/match-path.ts';

export interface View {
  pattern: string;
  load: () => Promise<ComponentType>;
  /** What it asks the gateway as soon as it is drawn, beside what every view asks. The addresses are those of its requests, to the letter. */
  asks?: (params: Params, search: string) => string[];
  /** The list of letters whose newest is shown. */
  letters?: (params: Params) => string;
}

/** What the head of every view asks. */
export const alwaysAsked: string[] = [apiPaths.system, apiPaths.session];

/** With a filter the list asks something else; that is left to the list. */
const isPlainList = (search: string): boolean => search === '' || search === '?view=board';

/**
 * Where the code of each view is, by its address, and what it asks first. A view is loaded when it is first gone to; the first one already
 * while the base is on its way (`early.ts`), which is why nothing here may need the base.
 */
export const views: View[] = [
  {
    pattern: pagePaths.list,
    load: async () => (await import('../features/applications/components/applications-page.tsx')).ApplicationsPage,
    asks: (_params, search) => [...(isPlainList(search) ? [apiPaths.applications] : []), apiPaths.applicationStatuses, apiPaths.resume],
  },
  {
    pattern: pagePaths.application(':id'),
    load: async () => (await import('../features/applications/components/application-page.tsx')).ApplicationPage,
    asks: ({ id = '' }) => [
      apiPaths.application(id),
      listPage(apiPaths.applicationOrchestrations(id)),
      listPage(apiPaths.researchNotes(id)),
      listPage(apiPaths.messages(id)),
      apiPaths.resume,
    ],
    letters: ({ id = '' }) => listPage(apiPaths.applicationDocuments(id)),
  },
  {
    pattern: pagePaths.document(':id', ':documentId'),
    load: async () => (await import('../features/documents/components/document-page.tsx')).DocumentPage,
    asks: ({ documentId = '' }) => [apiPaths.document(documentId)],
  },
  { pattern: pagePaths.start, load: async () => (await import('../features/start/components/start-page.tsx')).StartPage },
  { pattern: pagePaths.resume, load: async () => (await import('../features/resume/components/resume-page.tsx')).ResumePage },
  { pattern: pagePaths.system, load: async () => (await import('../features/system/components/system-page.tsx')).SystemPage },
];
