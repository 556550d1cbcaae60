import { z } from 'zod';
import { applicationSchema } from './applications.ts';
import { documentSchema } from './documents.ts';
import { messageSchema } from './messages.ts';
import { orchestrationSchema } from './orchestrations.ts';
import { researchNoteSchema } from './research-notes.ts';

/** The first event of `GET /applications/{id}/events`: everything the page shows of one application. */
export const applicationSnapshotSchema = z.object({
  application: applicationSchema,
  orchestrations: z.array(orchestrationSchema),
  notes: z.array(researchNoteSchema),
  documents: z.array(documentSchema),
  messages: z.array(messageSchema),
});
export type ApplicationSnapshot = z.infer<typeof applicationSnapshotSchema>;

/** Events after the snapshot, by name. The snapshot of one job's stream is its orchestration. */
export const eventSchemas = {
  job: orchestrationSchema,
  note: researchNoteSchema,
  document: documentSchema,
  message: messageSchema,
  message_delta: z.object({ message_id: z.uuid(), text: z.string() }),
  draft_delta: z.object({ job_id: z.uuid(), text: z.string() }),
};
export type EventType = keyof typeof eventSchemas;
export type EventData<T extends EventType> = z.infer<(typeof eventSchemas)[T]>;
