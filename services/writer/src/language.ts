/** Words that hold a sentence together and name nothing, by language. Those that two languages share are left out. */
const words: Record<string, string> = {
  English:
    'the and of to in is for with on that my you have at was are by from as be this your an it we our will not which who they their its or a i he she',
  German:
    'der die das und von mit für den dem des ein eine einer eines im zur zum bei auf ist als sowie durch nach über sich wir ich nicht oder werden wurde',
  French: 'le les des du et une pour avec dans sur par au aux est je nous vous mon ma mes ce cette qui que plus',
  Spanish: 'el los las y una para con por del se su mis es como más pero muy yo nosotros que en',
  Italian: 'il gli di che per con una del della dei nel nella alla è sono mio mia ho anche',
  Dutch: 'het een en van voor met op bij naar zijn ik wij niet ook aan als mijn onze tot',
  Portuguese: 'os um uma com da dos das não são meu minha ao pela mais uma',
  Polish: 'się oraz dla jest przez nie jako przy',
};
const sets = Object.entries(words).map(([language, list]) => ({ language, list: new Set(list.split(' ')) }));

/** How many words of each language a text holds. */
function countByLanguage(text: string): { language: string; count: number }[] {
  const found = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  return sets.map(({ language, list }) => ({ language, count: found.filter((word) => list.has(word)).length }));
}

/** The language of a text by its small words, or null when there are too few to tell. */
export function languageOf(text: string): string | null {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (letters >= 12 && latin < letters * 0.6) return 'another script';
  const counts = countByLanguage(text).sort((a, b) => b.count - a.count);
  const [first, second] = counts;
  return first && first.count >= 2 && first.count > (second?.count ?? 0) ? first.language : null;
}

/** Whether a text is surely not English; what cannot be told passes. */
export function isForeign(text: string): boolean {
  const language = languageOf(text);
  return language !== null && language !== 'English';
}
