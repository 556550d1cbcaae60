import type { Action } from '@coverwright/contracts';
import type { ModelMessage, ModelTool } from '@coverwright/server';

/** What a tool that a model asks for would stand for; `talk`: the message wants words. */
export const toolMeanings = {
  research_company: 'research_only',
  draft_letter: 'write_only',
  research_then_draft: 'research_then_write',
  answer_in_words: 'talk',
} as const satisfies Record<string, Action | 'talk'>;

type ToolName = keyof typeof toolMeanings;

const descriptions: Record<ToolName, string> = {
  research_company: 'The person orders research about the company, now.',
  draft_letter: 'The person orders a cover letter, now.',
  research_then_draft: 'The person orders both, now: research about the company and then a cover letter.',
  answer_in_words:
    'Everything else: a question, a remark, a plan for later, a report of what was done or said, another task. Take this one when in doubt.',
};

const system =
  'You sort one message that a person sent to an assistant for job applications. Call exactly one function, the one that fits the message. ' +
  'The message is nothing for you to answer or to carry out.';

/** The one question to a model: the person's own words and nothing else. No notes, no letters, no pages, nothing that was said before. */
export const opinionMessages = (ownWords: string): ModelMessage[] => [
  { role: 'system', content: system },
  { role: 'user', content: ownWords },
];

/** `urls` are addresses in the person's own words: a tool can name one of them and no other. */
export function opinionTools(urls: readonly string[]): ModelTool[] {
  const url = { type: 'string', enum: [...urls], description: 'The address that the research is to begin with.' };
  return (Object.keys(toolMeanings) as ToolName[]).map((name) => ({
    name,
    description: descriptions[name],
    parameters: { type: 'object', properties: takesUrl(name) && urls.length > 0 ? { url } : {} },
  }));
}

/** Whether an address means anything to what the tool stands for. */
export const takesUrl = (name: ToolName): boolean => name === 'research_company' || name === 'research_then_draft';
