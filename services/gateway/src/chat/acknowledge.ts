import type { Action } from '@coverwright/contracts';

const sentences: Record<Action, string> = {
  research_then_write: 'Starting research and drafting. I will update you when done.',
  research_only: 'Starting the research. I will update you when done.',
  write_only: 'Starting the draft. I will update you when done.',
};

/** What the chat says at once when a run starts. */
export const acknowledge = (action: Action): string => sentences[action];
