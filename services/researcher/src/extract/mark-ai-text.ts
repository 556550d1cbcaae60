import { addressesAi } from './addresses-ai.ts';
import type { Block } from './collect-blocks.ts';

/** Marks by which chat models part turns; in a page's text they can only be meant for one. */
const CONTROL_TOKENS =
  /<[|｜][^<>|｜]{1,40}[|｜]>|\[\/?INST\]|<<\/?SYS>>|<\/?s>|<(?:start|end)_of_turn>|<\/?(?:bos|eos|pad|unk|think|tool_call|tool_response|im_start|im_end)>|\[(?:TOOL_CALLS|AVAILABLE_TOOLS|TOOL_RESULTS)\]/gi;
const ROUNDS = 5;
/** Characters at the end of one block and the start of the next that may make one sentence. */
const JOINT = 80;

/**
 * Marks the blocks that speak to a program, also when the sentence is spread over two of them, and takes control tokens out of all.
 * Blocks that were nothing else are gone.
 */
export function markAiText(blocks: readonly Block[]): Block[] {
  const alone = blocks.map((block) => addressesAi(block.text));
  const together = blocks.map((block, index) => {
    const next = blocks[index + 1];
    return (
      next !== undefined && !alone[index] && !alone[index + 1] && addressesAi(`${block.text.slice(-JOINT)} ${next.text.slice(0, JOINT)}`)
    );
  });
  return blocks.flatMap((block, index) => {
    const text = withoutTokens(block.text);
    const speaksToAi = Boolean(alone[index] || together[index] || together[index - 1]);
    return text === '' ? [] : [{ ...block, text, speaksToAi }];
  });
}

/** Several times, because a token may be hidden in the middle of another. */
function withoutTokens(text: string): string {
  let clean = text;
  for (let round = 0; round < ROUNDS; round += 1) clean = clean.replaceAll(CONTROL_TOKENS, '');
  return clean === text ? text : clean.replace(/ {2,}/g, ' ').trim();
}
