/** Every key of the query cache, once. */
export const cacheKeys = {
  applications: ['applications'],
  applicationLists: ['applications', 'list'],
  applicationList: (filter: object) => ['applications', 'list', filter],
  applicationStatuses: ['applications', 'statuses'],
  application: (id: string) => ['application', id],
  liveApplication: (id: string) => ['live-application', id],
  document: (id: string) => ['document', id],
  documentDiff: (id: string, against: string) => ['document-diff', id, against],
  notes: (applicationId: string) => ['notes', applicationId],
  resume: ['resume'],
  resumeHistory: ['resume-history'],
  resumeVersion: (id: string) => ['resume-version', id],
  voice: ['voice'],
  system: ['system'],
  session: ['session'],
} as const;
