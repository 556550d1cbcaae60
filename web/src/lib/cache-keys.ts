/** Every key of the query cache, once. */
export const cacheKeys = {
  applications: ['applications'],
  application: (id: string) => ['application', id],
  liveApplication: (id: string) => ['live-application', id],
  document: (id: string) => ['document', id],
  resume: ['resume'],
  system: ['system'],
} as const;
