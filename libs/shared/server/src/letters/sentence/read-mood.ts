/**
 * What a clause is for. `fact` can be true or false; `wish` and `feeling` cannot; `courtesy` is thanks, application, next step;
 * `practical` is when and how to be reached.
 */
export type Mood = 'fact' | 'wish' | 'feeling' | 'courtesy' | 'practical';

const wish =
  /\b(?:would|could|might|may|hope|hoping|will|shall|should|must|deserves?|ought|wish|aim|plan to|intend|look(?:ing)? (?:forward|to)|(?:like|love|want|eager|keen|happy|glad|ready|willing|prepared|pleased|delighted|excited) to|(?:like|want) my|if\b|let me|let us|can (?:help|offer|bring|contribute|add|be|make|do|imagine|see))\b|['’](?:ll|d)\b/i;
const courtesy =
  /\b(?:thank\w*|grateful|apply(?:ing)?|application|please|consider(?:ing|ation)|enclos\w+|attach\w+|writing to (?:you|apply|express)|write to you|in response to|hear(?:ing)? from you|meet (?:you|with)|your time|discuss\w*|interview|conversation with you|regards|sincerely|hesitate|welcome)\b/i;
const practical =
  /\b(?:available|availability|notice period|(?:can|could) (?:start|begin)|start (?:date|from|on|immediately)|free (?:on|from)|reach me|call me|contact me|relocat\w*|(?:willing|happy|ready|able|planning|prepared|going) to move|salary expectation|right to work|work permit|references? (?:are|is|on|available))\b/i;
const feelingVerb =
  /\b(?:I|we|me|which|that|what|it|this|and|also|always|really|particularly|especially|still|now)\s+(?:(?:have|has|had)\s+)?(?:(?:also|always|really|particularly|especially|truly|very much|most|still|especially|strongly|firmly|genuinely|especially|personally|long)\s+)*(?:enjoy\w*|like[sd]?|love[sd]?|admire[sd]?|appreciate[sd]?|value[sd]?|believe[sd]?|think|thought|feel|felt|prefer\w*|respect\w*|trust|care about|care deeply|mind|share (?:your|this|that)|understand|find (?:it|that|this|your|the idea|joy|satisfaction)|found (?:it|that|this|your)|draw[ns]? (?:me|to)|drew me|attract\w*|appeal\w*|interest\w*|inspire[sd]?|impress\w*|excite[sd]?|motivate[sd]?|intrigue[sd]?|fascinate[sd]?|speaks? to|resonate[sd]?|struck|strikes|matters? to|means? (?:a lot|much)|made me want|makes? me|caught my|stood out|stands out|wonder\w*|hope)\b/i;
const feelingState =
  /\b(?:am|are|was|were|been|is|be|feel|['’]m)\s+(?:(?:also|always|really|particularly|especially|truly|very|so|most|genuinely|equally|deeply|still|now|both|quite)\s+)*(?:drawn|interested|keen|excited|impressed|attracted|curious|happy|glad|sure|certain|convinced|confident (?:that|I)|eager|enthusiastic|passionate|fascinated|intrigued|inspired|motivated|delighted|pleased|moved|struck|aware|committed to|looking for|aligned|in line)\b/i;
const feelingNoun =
  /\b(?:caught my (?:eye|attention)|matters? to me|appeals? to me|speaks? to me|resonates?|attracts? me|draws? me|interests? me|impress(?:es|ed) me|excites? me|motivates? me|makes? me want|made me want|important to me|close to my heart|my (?:values?|interest|motivation|aim|goal|ambition|reason|wish|hope|passion)|aligns? with|fits? (?:my|with|well)|suits? me|right (?:place|fit|match)|good (?:fit|match|place)|one reason|the reason|reason(?:s)? (?:why|for|I|that)|what (?:draws|drew|attracts?|appeals|interests|excites|motivates|struck|convinced|I like|I value|I admire|I enjoy))\b/i;
const perception =
  /\b(?:I|me|we)\s+(?:(?:have|had|also|just|recently|once|then|even|since|already|only|saw|as well|too)\s+)*(?:read|saw|seen|noticed?|notice|learned|learnt|heard|see|gather(?:ed)?|understand|discovered|came across|looked at|look at|followed)\b|\b(?:reading|seeing|hearing|learning) (?:about|that|of|your)\b|\byour (?:website|posting|advert|advertisement|job description|job ad|vacancy|blog|page|news) (?:says|said|mentions?|mentioned|describes?|described|names?|asks?|lists?|states?|speaks?|tells?)\b/i;
const reflection =
  /\b(?:taught|shown|showed|shows|reminded|convinced|gave|given|helped|allowed|enabled|prepared|led|left|made) me\b|\bI (?:have |also )?(?:learned|learnt|realised|realized|came to|discovered) (?:that|to|how|what|why|there|the (?:value|importance))\b/i;
const trait =
  /\bI (?:(?:also|always|usually|generally|really|try to|tend to|do|like to|never|aim to|make sure to)\s+)*(?:stay|remain|keep (?:calm|my|a|an|an eye|things|it|going|learning)|take (?:care|pride|seriously|responsibility|time|notes|initiative|ownership|criticism)|listen|ask|learn (?:fast|quickly|quick|by)|adapt|pay attention|think|try|tend|care|work (?:well|best|hard|carefully|neatly|independently|calmly|happily|hand|closely)|get (?:on|along)|pride myself|make sure|adjust|say|speak (?:up|plainly|openly|clearly)|admit|believe|prefer|notice|respect|treat (?:people|everyone|every)|put (?:people|safety|patients|customers|quality)|turn up|show up|arrive)\b/i;

const perceived =
  /\b(?:pleased|glad|happy|delighted|excited|interested|surprised|good|impressed) to (?:read|see|hear|learn|find|know|discover)\b/i;

export const isPerception = (clause: string): boolean => perception.test(clause) || perceived.test(clause);
export const isReflection = (clause: string): boolean => reflection.test(clause);

/** What the writer makes of what was just said: `which shows how much you care`. */
export const isComment = (clause: string): boolean =>
  /^\s*(?:and\s+|so\s+)?(?:which|that|this|it)\s+(?:also\s+|alone\s+|really\s+)?(?:shows?|showed|says?|said|tells?|suggests?|speaks?|means?|meant|proves?|sounds?|seems?|feels?|is\s+(?:why|what|how|exactly|close|something|rare|just|where|a (?:sign|reason|good)|one (?:of|reason)))\b/iu.test(
    clause,
  );

/** `I enjoy …` and `I am proud to have led …` both sound like feelings; the second says what was done. */
const toldDeed = /\b(?:to have|of having|that I (?:have|had|am|was)?)\b/i;

export function readMood(clause: string): Mood {
  if (practical.test(clause)) return 'practical';
  if (perceived.test(clause)) return 'feeling';
  if (wish.test(clause)) return 'wish';
  if (courtesy.test(clause)) return 'courtesy';
  const feels =
    feelingVerb.test(clause) ||
    feelingState.test(clause) ||
    feelingNoun.test(clause) ||
    perception.test(clause) ||
    reflection.test(clause) ||
    trait.test(clause);
  return feels && !toldDeed.test(clause) ? 'feeling' : 'fact';
}

/** `I have not used SAP` claims nothing; `I have never missed a delivery` does. */
export const isDenied = (clause: string): boolean =>
  /\b(?:have|has|had|do|does|did|am|is|are|was|were|could|can)(?:n['’]t| not)\b(?! only)|\bcannot\b|\b(?:no|little|without any|lack(?:ing)?(?: of)?) (?:\p{L}+ ){0,2}(?:experience|knowledge|training|qualification)|\byet to\b|\bnew to me\b|\bnot (?:yet|worked|used|had)\b/iu.test(
    clause,
  );
