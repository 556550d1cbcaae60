import { isRevision } from './parse-revision.ts';

/** How what follows is meant: asked for outright, only floated, or ruled out. */
export type Mode = 'plain' | 'asked' | 'floated' | 'negated';

export interface LeadIn {
  rest: string;
  mode: Mode;
  /** A word such as "please" or "just" opens a request of its own, whatever stood before it. */
  fresh: boolean;
  /** "Actually", "instead": replaces what was asked for before. */
  replaces: boolean;
}

type Effect = 'fill' | 'fresh' | 'replace' | 'asked' | 'floated' | 'negated';

const you = '(?:you|u|someone|the (?:assistant|orchestrator|app|system))';
const nice = '(?:great|nice|good|lovely|helpful|wonderful|brilliant|amazing|awesome|perfect|fantastic|super|ideal|kind)';
const LEADS: [RegExp, Effect][] = (
  [
    ['(?:dont|never|do not) (?:forget|hesitate|be shy|be afraid) to', 'asked'],
    ['(?:dont|not) (?:just|only|merely|simply)', 'fill'],
    ['just kidding', 'negated'],
    ['(?:please|kindly|pretty please)', 'fresh'],
    ['(?:let me|may i|can i|could i|could we|can we|might i)(?: please)?(?= (?:have|get) (?:a|an|another|my|the) )', 'asked'],
    ['(?:i|we) (?:would |really |just |also )*(?:like|love|want|need) to(?= (?:have|get|receive) (?:a|an|another|the|my) (?:[\\w-]+ ){0,3}letter)', 'asked'],
    ['you (?:can|may)(?= (?:\\w+ ){1,8}now$)', 'asked'],
    ['(?:go|come)(?= (?:read|look|research|write|draft|find|check|visit|dig|do|get|investigate|make)\\b)', 'asked'],
    ['just', 'fresh'],
    ['(?:actually|instead(?! of)|scratch that|on second thoughts?|correction)', 'replace'],
    ['(?:could|would) i (?:please )?(?:ask|trouble|get|bother|persuade) you to', 'asked'],
    [`(?:can|could|would|might) (?:${you}|i ask you to)(?: (?:please|kindly|possibly|perhaps|maybe|just|also|now|then|quickly|at least|go ahead and|both|first))*(?: (?:mind|consider|care to|be so kind as to|be kind enough to|be able to|be willing to|be a dear and|help me|try to|try and|have a go at|manage to))?`, 'asked'],
    [`(?:will you|wont you) (?:please|kindly)`, 'asked'],
    ['(?:do you )?mind(?= \\w+ing\\b)', 'asked'],
    ['(?:i|we) (?:would |do |just )*(?:like|want|love|need|wish|have) to (?:ask|request|trouble|get) (?:that )?you(?: to)?', 'asked'],
    [`(?:do you think you|any chance you|any chance that you|is there any chance you|is there any way you) (?:could|can|might|would)`, 'asked'],
    ['would it be possible (?:for you )?to', 'asked'],
    [`(?:i )?(?:would|will|do|should|am|was|were|have|had|really|also|just|only|now|still|very much| )*(?:want|need|like|love|prefer|appreciate it if|grateful if|hoping(?: that)?|wondering (?:if|whether)|obliged if|ask|rather|expect|require|ask that|be happy if|be glad if|be thankful if|be grateful if|appreciate it greatly if) (?:for |that )?${you}(?: (?:to|could|would|can|might|please|just|kindly|now|also|possibly))*`, 'asked'],
    [`(?:it |that )?would (?:also |really )?be (?:really |very |so |super )?${nice} (?:if|for) ${you}(?: (?:to|could|would|can|please|just))*`, 'asked'],
    ['(?:please )?be (?:so kind as to|so kind and|a dear and|a love and)', 'asked'],
    ['do me a favou?r and', 'asked'],
    ['(?:feel free|make sure|be sure|remember|time|it is time|it is now time|your (?:task|job) is|your task now is|you are to) (?:for you )?(?:to|you)', 'asked'],
    ['you (?:can|may) (?:now|go ahead and|already|start|begin)', 'asked'],
    ['(?:please )?(?:go|come|carry) (?:ahead|on)?(?: and| now and)', 'asked'],
    ['(?:lets|let us) (?:not|never)', 'negated'],
    ['(?:lets|let us)', 'asked'],
    ['help me(?: to| with)?(?! (?:the|a|an|my|this)\\b)', 'asked'],
    ['(?:tell|ask|have|get|let|make) (?:the |your )?(?:research(?:er|ing)?|writ(?:er|ing)|draft(?:er|ing)|orchestrator)(?! (?:about|on|into|of)\\b)(?: (?:worker|agent|service|bot|process))?(?: to)?', 'asked'],
    ['(?:start|begin|kick (?:things |it )?off|open)(?: (?:off|out|things))? (?:by|with)(?= \\w+ing\\b)', 'asked'],
    ['(?:start|begin|get|go|carry on|keep on|keep|continue|try|resume)(?= (?:research|draft|writ|look|digg|read|compos|investigat|gather|scrap|craft)ing\\b)', 'asked'],
    ['(?:get started|make a start|get going|crack on|get on)(?: and| with| on| by)?(?= \\w+ing\\b)', 'asked'],
    ['(?:maybe|perhaps|possibly|i guess|i suppose|i think|probably|could be|might be worth|it might be good to|it may be worth)', 'floated'],
    ['(?:you|we|i) (?:should|could|might|may|must|ought to|can|need to|have to|had better|will need to|might want to|want to)(?: (?:also|maybe|perhaps|probably|just|now|then|first|always|at least))*', 'floated'],
    ['(?:i|we) (?:would|do|really|just|also|then|now| )*(?:want|like|love|need|prefer|hope|wish|plan|intend|am going|are going) to', 'floated'],
    ['(?:why dont|why not|how about|what about|shall|should|will|wont|cant|couldnt|wouldnt|can|could|may|is it possible|would it make sense)(?: (?:you|we|i))?(?: (?:just|please|also|not|to))*', 'floated'],
    ['(?:i|we|you) (?:really |still |certainly |definitely |also )?(?:dont|do not|would not|wouldnt|didnt|am not) (?:want|need|like|wish|ask|expect|asking|asked)(?: for)?(?: you| me| us| them)?(?: to)?', 'negated'],
    ['(?:there is )?no (?:need|reason|point|use|rush|hurry|longer|more)(?: (?:for|to|in|of|with|on|you|me))*', 'negated'],
    ['(?:without|instead of|rather than|avoid|refrain from|skip|omit|ignore|drop|forget(?: about)?|leave out|leave|hold off(?: on| with| from)?|hold|wait (?:with|on|before)|stop|cancel|halt|abort|pause|postpone|delay|never ?mind|enough|spare me|do without|save|bother(?: with| to)?|neither|nor|minus|except)', 'negated'],
    ['(?:dont|do not|never|not|no|doesnt|shouldnt|mustnt|neednt|wont)(?: (?:you|yet|even|ever|dare|bother(?: with| to)?|need(?: to)?|want(?: to)?|actually|start|begin|do|try|attempt|go ahead and|go and|waste time|to|on|any|with))*', 'negated'],
    ['(?:ok(?:ay)?|now|right|so|well|hey|hi|hello|hiya|dear \\w+|alright|all right|fine|yes|yo|oi|dude|man|bro|pal|yeah|yep|yup|sure|perfect(?= (?:now|please|then|so)\\b|$)|thanks|thank you|cheers|(?:great|cool|good|excellent|awesome|nice|lovely|brilliant|well done)(?= (?:now|please|then|so|go|could|can|just|next|work|job|stuff|thanks)\\b|$)|also|then|first|firstly|next|second|secondly|third|finally|lastly|afterwards?|after that|after which|once done|when done|simply|quickly|immediately|again|still|only|once more|for now|for starters|this time|today|at once|asap|if possible|first of all|first off|to start(?: with)?|to begin(?: with)?|from there|as a next step|as (?:a )?first step|step (?:one|two|three|1|2|3)|one|two|and|or|mate|buddy|friend|assistant|coverwright|team|there|good (?:morning|afternoon|evening|day)|come on|guess what|morning|on that basis|with that|in the meantime|meanwhile|straight away|right away|right now|ahead|both|at least|hopefully|no worries|no problem|in (?:that|this) case|otherwise)(?= |$)', 'fill'],
  ] as [string, Effect][]
).map(([source, effect]) => [new RegExp(`^ *(?:${source})(?= |$) *`), effect]); // prettier-ignore

/** Strips what comes before the verb and says how it colours the verb. `words` is one clause. */
export function readLeadIn(words: string): LeadIn {
  const lead: LeadIn = { rest: words, mode: 'plain', fresh: false, replaces: false };
  for (let round = 0; round < 8; round++) {
    if (isRevision(lead.rest)) break;
    const hit = LEADS.find(([pattern]) => pattern.test(lead.rest));
    if (!hit) break;
    const [pattern, effect] = hit;
    lead.rest = lead.rest.replace(pattern, '');
    if (effect === 'fresh') lead.fresh = true;
    else if (effect === 'replace') lead.fresh = lead.replaces = true;
    else if (effect !== 'fill') lead.mode = combine(lead.mode, effect);
  }
  if (lead.mode !== 'plain' || lead.rest !== words) lead.rest = baseForm(lead.rest);
  // "can I have a letter" asks for one; "I have a letter" does not.
  if (lead.mode === 'asked') lead.rest = lead.rest.replace(/^have (?=(?:a|an|another) (?:[\w-]+ ){0,3}(?:letter|draft)\b)/, 'get ');
  return lead;
}

function combine(before: Mode, next: Mode): Mode {
  if (before === 'negated' || next === 'negated') return 'negated';
  return before === 'floated' ? 'floated' : next;
}

const BASES: Record<string, string> = {
  doing: 'do', digging: 'dig', getting: 'get', putting: 'put', running: 'run', scanning: 'scan', beginning: 'begin', writing: 'write', composing: 'compose',
  investigating: 'investigate', producing: 'produce', preparing: 'prepare', creating: 'create', generating: 'generate', exploring: 'explore', giving: 'give',
  making: 'make', having: 'have', taking: 'take', scraping: 'scrape', analysing: 'analyse', examining: 'examine', rewriting: 'rewrite', browsing: 'browse',
  researched: 'research', looked: 'look', dug: 'dig', found: 'find', gathered: 'gather', investigated: 'investigate', checked: 'check', studied: 'study',
  written: 'write', wrote: 'write', drafted: 'draft', visited: 'visit', scraped: 'scrape', explored: 'explore', had: 'have', has: 'have', taken: 'take', took: 'take', gone: 'go', done: 'do',
}; // prettier-ignore

/** Turns a leading "drafting" or "drafted" into "draft". */
export function baseForm(words: string): string {
  return words.replace(/^\w+/, (first) => BASES[first] ?? first.replace(/^(\w{3,})ing$/, '$1'));
}
