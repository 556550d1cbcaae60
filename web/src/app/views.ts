import { pagePaths } from '@coverwright/contracts';

/**
 * Where the code of each view is, by its address. A view is loaded when it is first gone to; the first one already while the base is on its
 * way (`early.ts`), which is why nothing here may need the base.
 */
export const views = [
  {
    pattern: pagePaths.list,
    load: async () => (await import('../features/applications/components/applications-page.tsx')).ApplicationsPage,
  },
  {
    pattern: pagePaths.application(':id'),
    load: async () => (await import('../features/applications/components/application-page.tsx')).ApplicationPage,
    /** What the view will ask for as soon as it has its data. */
    ahead: () => [import('../features/documents/components/letter-version.tsx'), import('../components/markdown-body.tsx')],
  },
  {
    pattern: pagePaths.document(':id', ':documentId'),
    load: async () => (await import('../features/documents/components/document-page.tsx')).DocumentPage,
    ahead: () => [import('../components/markdown-body.tsx')],
  },
  { pattern: pagePaths.start, load: async () => (await import('../features/start/components/start-page.tsx')).StartPage },
  { pattern: pagePaths.resume, load: async () => (await import('../features/resume/components/resume-page.tsx')).ResumePage },
  { pattern: pagePaths.system, load: async () => (await import('../features/system/components/system-page.tsx')).SystemPage },
];
