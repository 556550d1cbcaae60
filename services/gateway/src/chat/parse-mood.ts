/** What the clauses read so far make of a bare verb that follows them. */
export type Mood =
  | 'none'
  | 'command' // a request of ours
  | 'imperative' // some other request
  | 'fragment' // "based on that", "for this job"
  | 'state' // "I have no notes", "their site is up": a remark that a request may follow
  | 'habit' // "I usually look at the site": a row of verbs goes on telling
  | 'floated'
  | 'negated' // "don't …": a row of verbs stays ruled out
  | 'skipped' // "skip …", "stop …": itself an order, so another order may follow
  | 'question'
  | 'reported'
  | 'hypothetical'
  | 'unknown';

const REPORTED =
  /\b(?:said|says|saying|told|tells|advised|advises|advise|suggested|suggests|recommended|recommends|insisted|reads|quote|quoted|heard|asked (?:me|us|him|her|them|candidates|applicants)|asks (?:me|us|for|candidates|applicants|you)|wants? (?:me|us|candidates|applicants)|wanted|expects? (?:me|us|candidates|applicants)|instructs?|labell?ed|called|titled|forexample|example|phrase|the (?:button|posting|ad|advert|job ad|email|docs|manual|readme|help|page|prompt|command|instructions?|tip|advice|guide|article|book)(?: \w+)? (?:is|are|goes))\b|^(?:tip|advice|tips|instructions?|requirements?|responsibilities|duties|quote|forexample|example|your (?:role|tasks|responsibilities|duties)|the role|according to|per (?:the|their)|from (?:the|their|an|his|her) (?:posting|ad|advert|email|article|message|recruiter|description|docs|page|job))\b/;
const WH_QUESTION =
  /^(?:(?:and|so|but|ok|okay|hey|hi|hello|now|well|also|then|sorry|quick question|out of curiosity|just curious|curious) )*(?:what|which|who|whom|whose|why|where|how)\b(?! about| dont you\b)/;
const YES_NO_QUESTION =
  /^(?:(?:and|so|but|ok|okay|hey|hi|hello|now|well|also|then|sorry) )*(?:did|does|is|are|was|were|am|has|have (?:you|i|we|they|the(?! research| writ| draft)|any)|had|do (?:you|i|we|they|people)|didnt|doesnt|isnt|arent|wasnt|hasnt|havent|dont (?:you|i|we|they)|when (?:will|did|do|does|is|are|was|can|should|would|could)|would (?:it|that|the|they|a|this|there)|will (?:it|that|the|they|this|there)|can (?:it|the|they|this|that|i (?!get|have)|people)|could (?:it|the|they|this|that)|should (?:the|it|they|a|this|my)|may (?:it|the)|must)\b/;
const EMBEDDED =
  /^(?:(?:please|can|could|would|will|you|ok|okay|hey|just|also|now|so|and|quickly|kindly|hi|i|want to|would like to|to) )*(?:tell|explain|describe|teach|remind|walk|show|know|understand|say)(?: (?:me|us|through|to|again))* (?:how|why|whether|what|which|if|when)\b/;
const PURPOSE = /^(?:in order )?to (?:apply|be considered|submit|succeed|get|stand out|qualify|write|draft|research|do (?:that|this))\b/;
const EXCUSED =
  /^(?:do you (?:think you (?:could|can|would|might)|mind)|is there any (?:chance|way) you|would it be possible|is it possible|how about|would (?:it|that) be (?:possible|ok|okay|great|nice))/;
const SUBJECT =
  /^(?:(?:yes|no|ok|okay|well|so|actually|also|thanks|and|hi|hello|hey|yesterday|today|usually|normally|typically|often|sometimes|always|last \w+|once|earlier|previously|in the past|honestly|personally|frankly|maybe|perhaps|recently|already|still|clearly|apparently) )*(?:i|you|he|she|it|they|we|this|that|these|those|there|someone|somebody|nobody|everybody|everyone|anyone|people|recruiters?|candidates?|applicants?|most|many|some|nothing|none|neither|here|the|a|an|my|their|our|your|his|her|its|URL|NAME|QUOTE|research|drafts?|letters?|writing|drafting|researching|cover|job|jobs|companies|employers)\b/;
const IMPERATIVES =
  /^(?:forget|ignore|take|be|use|go|try|keep|get|have|check|see|look|open|start|begin|scrap|drop|leave|do|make|come|lets?|remember|hurry|give|think|assume|set|put|read|update|pick|focus|help|show|tell|follow|stick|mind|consider|save|add|change)\b/;
const FRAGMENTS =
  /^(?:\w+ing\b|based|given|from|with|for|on|in|as|at|to|same|per|like|about|regarding|re|task|todo|goal|plan|new|hi|hello|hey|thanks|thank|ok|next)\b/;
const STATE =
  /\b(?:is|are|am|was|were|has|have|had|can wait|dont have|got|found|saw|need|needs|looks?|looked|seems?|sounds?|sounded|love|like|loved|liked|hate|hated|applied|applying|changed|sent|works?|think|know|\w+ed)\b/;
const HABIT =
  /\b(?:will|would|can|could|should|must|may|might|used to|always|usually|often|normally|typically|sometimes|never|rarely|try to|tries to|going to|plan to|planning|want to|wants to|have to|had to|like to|need to|tend to|intend|every)\b/;
const REQUESTS_BY_I =
  /^(?:(?:ok|okay|so|and|hi|hello|hey|well|actually|also|now|yes|thanks) )*(?:i|we) (?:(?:would|will|do|should|am|was|were|have|had|really|also|just|now|still|very much|dont|do not|wouldnt|think|guess|suppose|then|only|very|so|certainly|definitely|could|be) )*(?:want|need|require|like|love|prefer|appreciate|grateful|hoping|wondering|obliged|ask|rather|expect|after|use|should|must|could|might|can|may|ought|have to|had better|hope|wish|plan|happy|glad|thankful|take)\b/;
const REQUESTS_BY_YOU =
  /^(?:(?:ok|okay|so|and|now|then|well|maybe|perhaps|actually) )*(?:you (?:should|could|might|may|must|ought|can|need to|have to)|your (?:task|job|next task) is|you are to|(?:it|that) would (?:also |really )?be|it is (?:now )?time|there is no (?:need|reason|point|rush|use|hurry))\b/;

/**
 * The mood of a clause that is not itself a request, or `null` when it may be one.
 * `continuing` is undefined for the first clause of a sentence.
 */
export function readMood(words: string, continuing: boolean | undefined): Mood | null {
  if (REPORTED.test(words) && !/^(?:tell|ask)\b|\b(?:as|like|what|everything) i (?:\w+ )?(?:said|told|asked)\b/.test(words))
    return 'reported';
  if (PURPOSE.test(words)) return 'reported';
  if (EMBEDDED.test(words)) return 'question';
  if (/^(?:imagine|suppose|supposing|pretend|hypothetically|what if|lets say|say (?:i|you|we))\b/.test(words)) return 'hypothetical';
  if (
    /\b(?:whether|if i should|if we should)\b/.test(words) &&
    !/\b(?:find out|check|see|know|research|me|before i decide) (?:whether|if)\b/.test(words)
  )
    return 'question';
  if (
    /^(?:in (?:theory|principle|general|practice|the past|(?:the )?future)|(?:and )?(?:next|every|each) time|from now on|going forward|always|whenever|theoretically|generally|normally|typically|usually|ideally|traditionally)\b/.test(
      words,
    )
  )
    return 'habit';
  if (EXCUSED.test(words)) return null;
  if (continuing === undefined && WH_QUESTION.test(words)) return 'question';
  if (YES_NO_QUESTION.test(words)) return 'question';
  if (!SUBJECT.test(words) || isVerbless(words)) return null;
  if (REQUESTS_BY_I.test(words) || REQUESTS_BY_YOU.test(words)) return null;
  if (HABIT.test(words) && !/\bcan wait\b/.test(words)) return 'habit';
  return STATE.test(words) ? 'state' : 'habit';
}

/** "research them", "draft letter", "the letter": begins like a noun but may be a request or continue one. */
function isVerbless(words: string): boolean {
  if (/^(?:(?:then|also|and|first|next|now|so|please|ok|okay|yes|maybe|perhaps|actually) )*(?:research|draft)\b/.test(words)) return true;
  if (/^(?:(?:cover|covering) )?letter(?: please| now| first| next| too| only| alone| second)*$/.test(words)) return true;
  return /^(?:then |and |also )?(?:the|a|an|my|some|cover|letters?) (?:[\w-]+ ){0,4}?(?:letter|draft|research|background)\b(?! (?:is|was|looks|reads|sounds|seems|needs|has|came|feels|can|could|will|would|should|you|i|he|she|they|we))/.test(
    words,
  );
}

/** The mood of a clause with no verb of ours and no subject in front. `rest` is the clause without its lead-in. */
export function guessMood(rest: string): Mood {
  if (IMPERATIVES.test(rest)) return 'imperative';
  if (!/^(?:using|with|based|given|from|for|on|about)\b/.test(rest) && /^\S+ (?:\S+ ){0,4}(?:i|you|we|they|he|she|people) \w+/.test(rest))
    return 'habit';
  return FRAGMENTS.test(rest) ? 'fragment' : 'unknown';
}
