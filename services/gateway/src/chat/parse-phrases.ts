/* Turns of phrase that colour a whole clause. Clauses are lower-case words joined by single blanks. */

export const DEFERRED =
  /\b(?:later(?: on)?|tomorrow|tonight|not yet|some (?:other )?time|another (?:time|day)|eventually|some ?day|one day|next (?:week|month|time|year|monday|tuesday|wednesday|thursday|friday)|this (?:evening|weekend|afternoon)|in (?:a|an|\w+) (?:bit|while|moment|minutes?|hours?|days?|weeks?)|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|at some point|when i say so)\b/;
export const GRATITUDE =
  /\b(?:great|nice|good|lovely|helpful|wonderful|brilliant|amazing|awesome|perfect|fantastic|super|appreciate\w*|grateful|thankful|wondering|hoping|glad|happy|delighted|ideal|kind|thanks|thank|please|love it)\b/;
export const POLITE_IF =
  /^if (?:you (?:can|could|would|dont mind|wouldnt mind|like|please|will|get|have (?:a |the )?(?:time|moment|minute|chance|second))(?: manage| possible| (?:a|the) (?:chance|moment|minute|second))?|(?:it is |that is |at all )?(?:possible|ok|okay|alright|fine|not too much trouble|not too much to ask|no trouble)|i may|need be|(?:that|it) (?:is|works) (?:ok|okay|fine|alright)(?: with you)?)$/;
export const IF_YOU =
  /^if you (?:could|would|can|wouldnt mind|would not mind|might)(?: (?:please|just|kindly|also|possibly|perhaps|quickly))* /;
export const SARCASM =
  /^(?:(?:oh|yeah|wow|gee|ha|haha|ooh|ugh|pff|sure)(?:,? (?:oh|sure|great|right|brilliant|lovely|wonderful|fantastic|joy|yeah|yes|please do|of course|by all means))+)(?: |$)|\b(?:as if|why dont you)$|\bwhat could (?:possibly )?go wrong\b|\bthat will (?:totally|definitely|surely|really) (?:help|work|go)\b|\bnot$/;
export const TAG_QUESTION = /^(?:right|correct|yes|no|isnt it|is it not|dont you|dont i|do you|dont they|do i|arent you|or not|huh|or)$/;
export const ASKING_TAG = /^(?:(?:will|would|can|could|wont) (?:you|ya)|ok|okay|please|alright|yeah)(?: please)?$/;
export const RETRACTS =
  /^(?:(?:oh )?(?:wait|no wait|hold on|hang on|scratch that|forget (?:it|that|all that)|never ?mind(?: that| it)?|nvm|cancel that|on second thoughts?|just kidding|kidding|jk|joking|only joking|not now|not yet|no|nope|do not|dont|i (?:have )?changed my mind|actually (?:no|wait|dont|do not|not|never ?mind)|no (?:dont|actually)|stop)(?: please| actually| yet| though)*)$/;
export const ORDERS_TO_SKIP =
  /^(?:(?:please|ok|okay|just|so|then|and|actually) )*(?:skip|omit|ignore|drop|forget|leave|hold off|stop|cancel|halt|abort|pause|save|never ?mind|no need|there is no need)\b/;
export const AFTER_THAT =
  /^(?:after|later) (?=(?:write|draft|research|make|prepare|create|do)\b)|^(?:once|when|after|as soon as) (?:(?:it|that|this|the research|you|everything) (?:is|are|have|has)(?: been)? )?(?:all )?(?:done|finished|completed?|ready|that)(?: with (?:it|that|this|them))? (?=\w)(?!\w+ing\b)/;
export const OTHER_ADDRESSEE =
  /\b(?:to|with|for|about|at|join|send|submit|email|contact) us\b|\byour (?:cv|resume|application|motivation|experience)\b|\b(?:submit|upload|attach|email) (?:it|your)\b/;
// What may stand before a colon and a request; anything else there ("rule number one:") only suggests.
export const INTRODUCES =
  /(?:^|\b)(?:go|go ahead|please|task|request|action|do (?:it|this|that|both|the \w+(?: \w+)?|your (?:thing|magic|job))|now|next|same (?:as|procedure|drill|again|thing)(?: \w+){0,4}|hurry|(?:short on|little) time|(?:what|all|thing) i (?:need|want|would like)(?: \w+){0,4}|so|ok|okay|lets (?:go|begin|start|do it|do this)|begin|start|urgent|magic|drill|works|both|as (?:usual|before|always)|again|anyway|first things first|hi|hello|hey|coverwright|assistant|please do(?: this)?)$/;
// "research, draft, send: that is my routine", "draft a letter, they said", "draft the letter (done)"
export const EXPLAINS =
  /^(?:that|this|it) (?:is|was|would be) (?:my|how|what|the|a|why|his|her|their|always|usually)\b|^(?:they|he|she|you|people|everyone|everybody|somebody|someone|(?:my|the|our|his|her|their|a) (?:\w+ ){1,2}?)(?: (?:always|all|just|once|then|only|even|keeps?|kept))? ?(?:said|says?|saying|told (?:me|us)|tells? (?:me|us)|claim(?:s|ed)?|insist(?:s|ed)?|wrote|writes)$|^(?:(?:already|all) )?(?:done|finished|completed|sorted|tick(?:ed)?|checked)$/;
/** Continues a request with what looks like the other half of it, in words that are not understood: better to ask than to do the one half. */
export const HALF_READ =
  /^(?:(?:then|also|after|later) )*(?:write|draft|compose|make|do|prepare|give|redact|create)\b.*\bletter\b|^(?:(?:then|also) )*(?:research|investigate|look)\b.*\b(?:company|them|employer|firm)\b/;
/** Subordinator, subject and the rest, without "have finished", "start" and their like. */
export const SUBORDINATE =
  /^(as soon as|\w+) ?(?:(you|i|we|my|our|they) )?(?:(?:have|are|has) )?(?:had |finished |done |completed |started |start |begin |bother |even |first |quickly |go and )*(.*)$/;
/** After a subordinator: nothing that has to happen first. */
export const SOON =
  /^(?:$|(?:it|that|this|which|wards|done|finished|ready|complete|know|enough|have|has|are|is|the research|you|possible)\b)/;
export const CONDITIONED = /^(?:if|when|unless|dont|do not|never|no)\b/;
/** After "or": another thing that may be done or be so, which leaves the request before it open. "Or is that …" does not. */
export const LEAVES_OPEN =
  /^(?!is that\b)(?:(?:just|simply|maybe|rather|better) )?(?:should|shall|is|are|do(?!nt| not)|does|can|could|would(?! that)|will|am|must|give|tell|let|leave|wait|show|explain)\b/;
