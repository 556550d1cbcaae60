/** Every URL of the product, once. The page, the terminal client and the tests build addresses here. */
export const apiPaths = {
  applications: '/api/applications',
  importApplication: '/api/applications/import',
  application: (id: string) => `/api/applications/${id}`,
  orchestrate: (id: string) => `/api/applications/${id}/orchestrate`,
  applicationOrchestrations: (id: string) => `/api/applications/${id}/orchestrations`,
  applicationEvents: (id: string) => `/api/applications/${id}/events`,
  researchNotes: (id: string) => `/api/applications/${id}/research-notes`,
  applicationDocuments: (id: string) => `/api/applications/${id}/documents`,
  messages: (id: string) => `/api/applications/${id}/messages`,
  orchestration: (jobId: string) => `/api/orchestrations/${jobId}`,
  orchestrationEvents: (jobId: string) => `/api/orchestrations/${jobId}/events`,
  cancel: (jobId: string) => `/api/orchestrations/${jobId}/cancel`,
  retry: (jobId: string) => `/api/orchestrations/${jobId}/retry`,
  researchNote: (id: string) => `/api/research-notes/${id}`,
  document: (id: string) => `/api/documents/${id}`,
  documentFile: (id: string, format: string) => `/api/documents/${id}/file?format=${format}`,
  documentDiff: (id: string, against: string) => `/api/documents/${id}/diff?against=${against}`,
  resume: '/api/resume',
  resumeImport: '/api/resume/import',
  resumeHistory: '/api/resume/history',
  resumeVersion: (id: string) => `/api/resume/history/${id}`,
  voice: '/api/voice',
  system: '/api/system',
  healthLive: '/api/health/live',
  healthReady: '/api/health/ready',
  openapi: '/api/openapi.json',
  docs: '/api/docs',
  queues: '/queues',
} as const;

/** Addresses of the page itself. */
export const pagePaths = {
  list: '/',
  resume: '/resume',
  application: (id: string) => `/applications/${id}`,
  document: (applicationId: string, documentId: string) => `/applications/${applicationId}/documents/${documentId}`,
} as const;
