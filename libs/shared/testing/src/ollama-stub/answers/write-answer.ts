import { contentOf, type ContentBehaviour } from '../behaviours.ts';
import type { JsonSchema, StubMessage } from '../stub-types.ts';
import { fabricate, flatter, inventAll, inventSkills, moveFacts } from './invent.ts';
import { obey } from './obey.ts';
import { GERMAN } from './other-languages.ts';
import { readPrompt, type PromptReading } from './read-prompt.ts';
import { addAddresses, addRemarks, cutOff, frame, inThirdPerson, listEndlessly, markUp, mixLanguages, runOn, showIds } from './spoil.ts';
import { writeJson } from './write-json.ts';
import { writeLetter } from './write-letter.ts';
import { writeReply } from './write-reply.ts';

const REFUSAL = "I'm sorry, but I can't help with that request.";
const REASONING = 'The user wants a text from me. Let me look at the evidence [R1] first and then decide on the tone.';

type Spoil = (honest: string, prompt: PromptReading) => string;

/** What a behaviour makes of prose; structured answers stay what the schema asks for. */
const prose: Partial<Record<ContentBehaviour, Spoil>> = {
  fabricated: fabricate,
  'all-invented': inventAll,
  'invented-skills': inventSkills,
  flattery: flatter,
  'moved-facts': moveFacts,
  obedient: (honest, prompt) => obey(prompt, honest),
  placeholders: (honest) => `${honest} You can reach me at [Your Phone Number], or write to {{email}}.\n\nSincerely,\n[Your Name]`,
  'over-long': (honest) => Array.from({ length: 15 }, () => honest).join('\n\n'),
  markup: markUp,
  framed: frame,
  ids: showIds,
  'mixed-languages': mixLanguages,
  'third-person': inThirdPerson,
  'foreign-address': addAddresses,
  'endless-list': listEndlessly,
};

/** What a behaviour makes of any answer. */
const whole: Partial<Record<ContentBehaviour, Spoil>> = {
  empty: () => '',
  refusal: () => REFUSAL,
  preamble: (text) => `Sure! Here is what you asked for:\n\n${text}\n\nLet me know if you would like any changes!`,
  fenced: (text) => `\`\`\`\n${text}\n\`\`\``,
  'wrong-language': () => GERMAN,
  repetition: () => 'I am very excited about this opportunity and I am sure that it is right for me. '.repeat(60),
  'json-for-prose': (text) =>
    text.startsWith('{') ? text : JSON.stringify({ title: 'Cover letter', paragraphs: text.split('\n\n') }, null, 2),
  'unclosed-think': (text) => `<think>\n${REASONING} ${text}`,
  think: (text) => `<think>\n${REASONING}\n</think>\n\n${text}`,
  echo: (_, prompt) => prompt.task,
  'cut-off': cutOff,
  'run-on': runOn,
  remarks: addRemarks,
};

/** What the model says to a prompt. The same prompt gives the same answer. */
export function writeAnswer(model: string, messages: StubMessage[], schema: JsonSchema | null): string {
  const prompt = readPrompt(messages);
  const behaviour = contentOf(model);
  const honest = prompt.wants === 'chat' ? writeReply(messages, prompt) : writeLetter(prompt);
  const said = prose[behaviour]?.(honest, prompt) ?? honest;
  const answer =
    schema && behaviour !== 'schema-ignored' ? JSON.stringify(writeJson(schema, inventedSource(behaviour, prompt), said)) : said;
  return whole[behaviour]?.(answer, prompt) ?? answer;
}

/** A model that invents also invents what its quotes are taken from. */
function inventedSource(behaviour: ContentBehaviour, prompt: PromptReading): PromptReading {
  if (behaviour === 'fabricated') return { ...prompt, data: prompt.data.map((line) => fabricate(line)) };
  if (behaviour === 'all-invented') return { ...prompt, data: prompt.data.map((line) => inventAll(line)) };
  return behaviour === 'obedient' ? { ...prompt, data: [obey(prompt, ''), ...prompt.data] } : prompt;
}
