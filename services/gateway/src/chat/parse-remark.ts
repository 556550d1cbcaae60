import type { Sentence } from './parse-clauses.ts';
import { readLeadIn } from './parse-lead-in.ts';

export type Remark = 'cancel' | 'findings' | 'status' | 'help';

const RUN_WORDS = new Set(
  `the this that it all everything whatever my your our a current running active now please researching research researcher writing write drafting draft letter cover covering run job flow process
  generation task work working workflow pipeline immediately right away you are doing what at once for me of and both there then here today already ongoing in progress worker`.split(
    /\s+/,
  ),
);
const STATUS =
  /^(?:(?:status|progress|updates?)(?: (?:of|on|update|report|check)\b.*)?$|any (?:updates?|news|progress)|(?:what is|whats|give me|show(?: me)?|check|tell me) (?:the |a |an |your )?(?:latest |current |quick )?(?:status|progress|update|state|news)|how (?:is|are|goes) (?:it|things|that|this|the (?:\w+ )?(?:letter|draft|research|run|job|writing|drafting)|my (?:cover )?(?:letter|draft)|we|you|everything)(?: (?:going|doing|coming|getting|looking|progressing|along|on|far))*$|how far|how much longer|are (?:you|we) (?:still |already |nearly |almost )?(?:done|ready|finished|there|working|researching|writing|drafting|on it)|is (?:it|that|the (?:\w+ )?(?:letter|draft|research|run|job)|my (?:cover )?(?:letter|draft)|everything|anything) (?:still |already |nearly |almost |all )?(?:done|ready|finished|complete|running|there|happening|going on)|have you (?:already )?(?:finished|started|done|written|drafted|researched|begun|completed)|did you (?:already |manage to |ever )?(?:finish|start|research|write|draft|complete|begin)|did (?:it|the (?:research|letter|draft|run|job)) (?:finish|work|start|complete|fail)|has (?:it|the (?:\w+ )?(?:research|letter|draft|run|job)) (?:finished|started|been|failed|completed)|what is (?:happening|going on|taking)|where are (?:you|we)|what are you (?:doing|up to|working on)|when will (?:it|the|you|my|this) .*(?:ready|done|finish\w*|complete)|what (?:has )?(?:happened|went wrong|gone wrong|is wrong)$|why (?:did|has|was|is) (?:it|this|that|the (?:\w+ )?(?:run|research|letter|draft|job)|my letter) (?:fail\w*|stop\w*|break|broke\w*|end\w*|cancel\w*|not work\w*|been cancelled)(?: (?:again|this time|now|today))?$|did (?:it|that) work|still (?:working|running|researching|writing|drafting|going)|what (?:stage|step))\b/;
const FINDINGS =
  /^(?:what|which|anything|did you|have you|where)\b.*\b(?:find|found|learn\w*|discover\w*|dig up|dug up|get that|take that|turn(?:ed)? up|come up|came up|sources?|notes|findings|gather\w*|collect\w*|uncover\w*)\b|^(?:show|list|summari[sz]e|give|tell|share|display|recap|read|present|see)\b.*\b(?:findings|notes|sources|research|facts|what you (?:have )?(?:found|learn\w*|know|discovered|gathered|got|dug)|what (?:did you|was) (?:find|found))\b|^what (?:do|did) (?:you|we) (?:now )?(?:know|have) (?:about|on)\b|^(?:findings|sources|notes)$/;
const HELP =
  /^(?:help|what (?:else )?(?:can|do|could) (?:you|this|it) (?:actually |really |even )?do(?: for me| here)?|what are you(?: for)?|who are you|how (?:does|do) (?:this|it|you|the chat|coverwright) work|what can i (?:ask|say|do)(?: you| here| to you)?|how can you help(?: me)?|what are my options)$/;
const IF_ANY = /^(?:if|when)\b/;

/** A sentence that needs no model and starts nothing: an order to stop, or a question about findings or progress. */
export function readRemark(sentence: Sentence): Remark | null {
  const first = sentence.clauses[0];
  if (!first || IF_ANY.test(first.words)) return null;
  const whole = sentence.clauses.map((clause) => clause.words).join(' ');
  if (isCancel(whole) || (sentence.clauses.length > 1 && isCancel(first.words))) return 'cancel';
  const asked = readLeadIn(whole).rest;
  // "how is it going and what did you find"
  const parts = sentence.clauses.length > 1 && sentence.clauses.every(({ words }) => isQuestion(words)) ? sentence.clauses : [];
  const texts = [
    whole,
    asked,
    ...parts.map(({ words }) => words),
    whole.replace(/^(?:so|ok|okay|and|hey|hi|hello|well|thanks|great|good|hmm) /, ''),
  ];
  if (texts.some((text) => FINDINGS.test(text))) return 'findings';
  if (texts.some((text) => STATUS.test(text))) return 'status';
  if (texts.some((text) => HELP.test(text))) return 'help';
  return null;
}

const isQuestion = (words: string): boolean => FINDINGS.test(words) || STATUS.test(words) || HELP.test(words);

function isCancel(words: string): boolean {
  if (/^(?:how|what|why|where|who|dont|never|did|does|is)\b/.test(words)) return false;
  const stripped = words.replace(
    /^(?:(?:ok|okay|no|wait|hey|please|actually|now|just|oh|sorry|right|yes|well|so|then|and|can|could|would|will|you|i|we|want|need|like|to|lets|immediately|kindly|go|ahead) )*/,
    '',
  );
  const [verb = '', ...rest] = stripped
    .replace(/^call (?:it|this|that|everything) off/, 'stop')
    .replace(/^(?:call off|shut down)/, 'stop')
    .split(' ');
  return /^(?:stop|cancel|abort|halt|kill|terminate)$/.test(verb) && rest.every((word) => RUN_WORDS.has(word));
}
