export const TOPICS = ['company', 'product', 'news', 'values', 'size', 'role'] as const;
export type Topic = (typeof TOPICS)[number];

/** Words that answer the six standing questions about an employer, as word stems. */
const STEMS: Record<Topic, string> = {
  company:
    'found(?:ed|er)|mission|vision|compan|leading|leader|provid|special|help(?:s|ing)?|serv(?:e|es|ing)|build(?:s|ing)?|make(?:s|rs)?|develop(?:s|er of)|' +
    'manufactur|since|histor|business|industr|global|family|startup|organi[sz]ation|non-?profit|agency|gegründet|unternehmen|entreprise|empresa',
  product:
    'product|platform|software|technolog|engineer|tool|apps?\\b|apis?\\b|cloud|data\\b|machine|system|service|solution|customer|client|user|open.source|' +
    'design|hardware|sensor|device|typescript|javascript|python|java\\b|rust\\b|golang|kubernetes|aws\\b|azure|react\\b|node\\.js|sql\\b|models?\\b|produkt|produit|producto',
  news:
    'announc|launch|releas|rais(?:ed|es)|funding|series [a-e]|acqui|partner(?:ed|ship)|award|won\\b|expand|expansion|opened|report(?:ed)?|' +
    'quarter|this (?:year|month|week)|record\\b|ipo\\b|invest(?:ed|ment)|introduc',
  values:
    'value|believe|culture|divers|inclus|sustainab|carbon|climate|trust|transparen|integrity|respect|communit|responsib|care about|commit|' +
    'principle|ethic|ownership|curios|learn|craft|quality|honest',
  size: 'employee|people|staff|colleague|team of|offices?|headquarter|countries|locations?|cities|worldwide|revenue|million|billion|members|based in|mitarbeiter|employés|empleados',
  role:
    'you will|you.ll|you have|you are|responsib|experience|skill|requirement|qualif|degree|role|position|join|report(?:s|ing) to|' +
    'team|years of|work with|looking for|seeking|salary|remote|hybrid|full.time|part.time|candidate',
};

const PATTERNS = Object.fromEntries(
  TOPICS.map((topic) => [topic, new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${STEMS[topic]})`, 'giu')]),
) as Record<Topic, RegExp>;

/** How many different words of each topic a sentence uses. */
export function countTopics(sentence: string): Record<Topic, number> {
  const count = (topic: Topic) => new Set(Array.from(sentence.matchAll(PATTERNS[topic]), (match) => match[0].toLowerCase())).size;
  return Object.fromEntries(TOPICS.map((topic) => [topic, count(topic)])) as Record<Topic, number>;
}
