/** Who wrote a version, in words. `generator` is `ollama:<model>`, `openai:<model>`, `offline` or `person`. */
export function describeGenerator(generator: string): string {
  if (generator === 'person') return 'edited by you';
  if (generator === 'offline') return 'written by the offline composer';
  const colon = generator.indexOf(':');
  return `written by ${colon === -1 ? generator : generator.slice(colon + 1)}`;
}
