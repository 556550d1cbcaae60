import { contentOf, type ContentBehaviour } from '../behaviours.ts';
import type { JsonSchema, StubMessage } from '../stub-types.ts';
import { fabricate } from './fabricate.ts';
import { obey } from './obey.ts';
import { GERMAN } from './other-languages.ts';
import { readPrompt, type PromptReading } from './read-prompt.ts';
import { writeJson } from './write-json.ts';
import { writeLetter } from './write-letter.ts';
import { writeReply } from './write-reply.ts';

const REFUSAL = "I'm sorry, but I can't help with that request.";
const REASONING = 'The user wants a text from me. Let me look at the evidence [R1] first and then decide on the tone.';

/** What the model says to a prompt. The same prompt gives the same answer. */
export function writeAnswer(model: string, messages: StubMessage[], schema: JsonSchema | null): string {
  const prompt = readPrompt(messages);
  const behaviour = contentOf(model);
  const honest = prompt.wants === 'chat' ? writeReply(messages, prompt) : writeLetter(prompt);
  const prose = proseOf(behaviour, prompt, honest);
  return wrap(behaviour, schema ? JSON.stringify(writeJson(schema, inventedSource(behaviour, prompt), prose)) : prose);
}

function proseOf(behaviour: ContentBehaviour, prompt: PromptReading, honest: string): string {
  switch (behaviour) {
    case 'fabricated':
      return fabricate(honest);
    case 'obedient':
      return obey(prompt, honest);
    case 'placeholders':
      return `${honest} You can reach me at [Your Phone Number], or write to {{email}}.\n\nSincerely,\n[Your Name]`;
    case 'over-long':
      return Array.from({ length: 15 }, () => honest).join('\n\n');
    default:
      return honest;
  }
}

/** A model that invents also invents what its quotes are taken from. */
function inventedSource(behaviour: ContentBehaviour, prompt: PromptReading): PromptReading {
  if (behaviour === 'fabricated') return { ...prompt, data: prompt.data.map((line) => fabricate(line)) };
  return behaviour === 'obedient' ? { ...prompt, data: [obey(prompt, ''), ...prompt.data] } : prompt;
}

function wrap(behaviour: ContentBehaviour, text: string): string {
  switch (behaviour) {
    case 'empty':
      return '';
    case 'refusal':
      return REFUSAL;
    case 'preamble':
      return `Sure! Here is what you asked for:\n\n${text}\n\nLet me know if you would like any changes!`;
    case 'fenced':
      return `\`\`\`\n${text}\n\`\`\``;
    case 'wrong-language':
      return GERMAN;
    case 'repetition':
      return 'I am very excited about this opportunity and I am sure that it is right for me. '.repeat(60);
    case 'json-for-prose':
      return text.startsWith('{') ? text : JSON.stringify({ title: 'Cover letter', paragraphs: text.split('\n\n') }, null, 2);
    case 'unclosed-think':
      return `<think>\n${REASONING} ${text}`;
    case 'think':
      return `<think>\n${REASONING}\n</think>\n\n${text}`;
    default:
      return text;
  }
}
