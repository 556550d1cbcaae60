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
  /** The message this one answers; several answers to one message are siblings. Null for updates that nobody asked for at that moment. */
  reply_to: z.uuid().nullable().optional(),
  /** What the person could say next, ready to be sent. */
  suggestions: z.array(z.string()).optional(),
  created_at: isoTime(),
});
export type Message = z.infer<typeof messageSchema>;
export const messageListSchema = listOf(messageSchema);

export const postMessageSchema = z.strictObject({ content: visibleText(20_000) });
export type PostMessage = z.infer<typeof postMessageSchema>;

export const postMessageAnswerSchema = z.object({ message_id: z.uuid(), reply_id: z.uuid(), job_id: z.uuid().optional() });
export type PostMessageAnswer = z.infer<typeof postMessageAnswerSchema>;

/** The reply as it is after the stop, and in words what the stop did. */
export const stopMessageAnswerSchema = messageSchema.extend({ detail: z.string() });
export type StopMessageAnswer = z.infer<typeof stopMessageAnswerSchema>;
