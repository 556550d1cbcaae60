import { pagePaths } from '@coverwright/contracts';
import { lazy, type ComponentType } from 'react';

const page = <T extends string>(load: () => Promise<Record<T, ComponentType>>, name: T) =>
  lazy(async () => ({ default: (await load())[name] }));

/** Every view by its address; each is loaded when it is first gone to. */
export const routes: [pattern: string, Page: ComponentType][] = [
  [pagePaths.list, page(() => import('../features/applications/components/applications-page.tsx'), 'ApplicationsPage')],
  [pagePaths.application(':id'), page(() => import('../features/applications/components/application-page.tsx'), 'ApplicationPage')],
  [pagePaths.document(':id', ':documentId'), page(() => import('../features/documents/components/document-page.tsx'), 'DocumentPage')],
  [pagePaths.start, page(() => import('../features/start/components/start-page.tsx'), 'StartPage')],
  [pagePaths.resume, page(() => import('../features/resume/components/resume-page.tsx'), 'ResumePage')],
  [pagePaths.system, page(() => import('../features/system/components/system-page.tsx'), 'SystemPage')],
];
