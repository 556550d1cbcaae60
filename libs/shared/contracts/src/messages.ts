import { z } from 'zod';
import { listOf } from './list.ts';
import { isoTime, visibleText } from './text.ts';

export const messageSchema = z.object({
  id: z.uuid(),
  application_id: z.uuid(),
  role: z.enum(['user', 'assistant', 'system']),
  content: z.string(),
  status: z.enum(['streaming', 'complete', 'stopped', 'failed']),
  job_id: z.uuid().nullable(),
  document_id: z.uuid().nullable(),
  created_at: isoTime(),
});
export type Message = z.infer<typeof messageSchema>;
export const messageListSchema = listOf(messageSchema);

export const postMessageSchema = z.strictObject({ content: visibleText(20_000) });
export type PostMessage = z.infer<typeof postMessageSchema>;

export const postMessageAnswerSchema = z.object({ message_id: z.uuid(), reply_id: z.uuid(), job_id: z.uuid().optional() });
export type PostMessageAnswer = z.infer<typeof postMessageAnswerSchema>;
