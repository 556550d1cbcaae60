import { estimatePromptTokens, estimateTokens } from './estimate-tokens.ts';
import type { ModelMessage } from './model-client.ts';

/** Estimates err by up to this factor on text that the character classes describe badly. */
const ESTIMATE_MARGIN = 1.15;
/** A server that read less than this share of what was sent has cut the prompt. */
const LEAST_READ = 0.6;
/** No server cuts a prompt down to less than half of the smallest window in use. */
const LEAST_CUT = 512;
/** Below this the chat template, which is only guessed at, decides the count. */
const LEAST_TO_LEARN = 150;
const RATIOS_KEPT = 16;
const RATIOS_TO_TRUST = 3;
const SCALES = { least: 0.6, most: 8 };
const PROMPTS_KEPT = 8;
const LEAST_TO_TIME = 8;

export interface ReadCount {
  promptTokens: number | null;
  /** Of those, how many came from the cache; null when the server does not say, and may have left them out. */
  cachedTokens: number | null;
}

/** What one process has learnt of one model from its calls: how its tokenizer counts, and what its server still has in its cache. */
export class KnownModel {
  /** Set when the server refuses requests that name thinking at all. */
  refusesThink = false;
  /** Set when the server refuses requests with tools. */
  refusesTools = false;
  /** Fields of a request that the server has refused. */
  readonly refusedFields = new Set<string>();
  private ratios: number[] = [];
  private floor = 0;
  private prompts: string[] = [];
  private readonly onSpeed: (tokensPerSecond: number) => void;

  constructor(onSpeed: (tokensPerSecond: number) => void = () => undefined) {
    this.onSpeed = onSpeed;
  }

  /** Upper bound of the tokens of a prompt, by all that is known. */
  upperTokens(messages: ModelMessage[]): number {
    return Math.ceil(estimatePromptTokens(messages) * this.scale() * ESTIMATE_MARGIN);
  }

  /** Whether the server has read so little of the prompt that it must have cut it, head and instructions first. */
  hasCut(messages: ModelMessage[], { promptTokens, cachedTokens }: ReadCount): boolean {
    if (promptTokens === null || promptTokens < LEAST_CUT) return false;
    const unsaid = cachedTokens === null ? this.cachedEstimate(messages) : 0;
    return promptTokens + unsaid < estimatePromptTokens(messages) * Math.min(1, this.scale()) * LEAST_READ;
  }

  /** Learns from a prompt that was read whole. */
  learn(messages: ModelMessage[], { promptTokens, cachedTokens }: ReadCount): void {
    const estimate = estimatePromptTokens(messages);
    const isWhole = cachedTokens !== null || this.cachedEstimate(messages) < estimate * 0.05;
    if (promptTokens !== null && isWhole && estimate >= LEAST_TO_LEARN) this.keep(promptTokens / estimate);
    this.prompts = [textOf(messages), ...this.prompts].slice(0, PROMPTS_KEPT);
  }

  /** Learns from a prompt that the server has refused as longer than its window. */
  overflowed(messages: ModelMessage[], window: number): void {
    this.raise((window / estimatePromptTokens(messages)) * 1.1);
  }

  /** Learns from a prompt that was cut: the server's window may be as small as what it has read. */
  wasCut(promptTokens: number, window: number): void {
    this.raise(window / promptTokens);
  }

  /** Notes how fast it wrote; a few tokens say nothing. */
  wrote(tokens: number, ms: number): void {
    if (tokens >= LEAST_TO_TIME && ms > 0) this.onSpeed((tokens * 1000) / ms);
  }

  /** Real tokens for one that is estimated: the most that was seen lately, for a text in another language may come next. */
  private scale(): number {
    const seen = this.ratios.length >= RATIOS_TO_TRUST ? Math.max(...this.ratios) : Math.max(1, ...this.ratios);
    return Math.min(SCALES.most, Math.max(SCALES.least, this.floor, seen));
  }

  private raise(scale: number): void {
    this.floor = Math.min(SCALES.most, Math.max(this.floor, scale));
  }

  private keep(ratio: number): void {
    this.ratios = [ratio, ...this.ratios].slice(0, RATIOS_KEPT);
  }

  /** Tokens that a server may not have counted because it had just read them for another call. */
  private cachedEstimate(messages: ModelMessage[]): number {
    const text = textOf(messages);
    const shared = Math.max(0, ...this.prompts.map((before) => sharedLength(before, text)));
    return estimateTokens(text.slice(0, shared)) * this.scale();
  }
}

const textOf = (messages: ModelMessage[]): string => messages.map(({ role, content }) => `${role}\n${content}`).join('\n');

function sharedLength(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let at = 0;
  while (at < most && a.charCodeAt(at) === b.charCodeAt(at)) at += 1;
  return at;
}
