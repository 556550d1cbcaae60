import { z } from 'zod';

/** Bytes of an uploaded export. Some 5,000 applications with notes and letters are a fifth of it. */
export const exportFileLimit = 512 * 1024 * 1024;

const count = () => z.number().int().nonnegative();

/** What an import has put into an empty instance. `cancelled_runs` were under way when the export was made. */
export const importSummarySchema = z.object({
  applications: count(),
  research_notes: count(),
  documents: count(),
  messages: count(),
  runs: count(),
  cancelled_runs: count(),
  resume: z.boolean(),
});
export type ImportSummary = z.infer<typeof importSummarySchema>;
