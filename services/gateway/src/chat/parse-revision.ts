const STYLE =
  '(?:short|shorter|brief|briefer|long|longer|warm|warmer|cold|colder|formal|informal|casual|concise|friendly|friendlier|punchy|punchier|tight|tighter|simple|simpler|crisp|crisper|snappy|snappier|bold|bolder|confident|humble|personal|professional|enthusiastic|direct|polite|natural|human|better|stronger|softer|clearer|sharper|livelier|plainer|stiff|generic|robotic|salesy|wordy|pushy|specific|technical|serious|modest|lighter|funnier|like (?:me|myself|a human)|less \\w+|more (?!research\\b|info|information|time|notes|facts|letters|background)\\w+)';
const DEGREE =
  '(?:(?:a|much|way|bit|little|tad|touch|slightly|far|even|somewhat|sound|read|look|feel|be|to|considerably|significantly|only|lot|quite|very|really|as|but|not|so|too) )*';
const PART =
  '(?:paragraph|sentence|line|opening|opener|closing|ending|intro|introduction|greeting|sign-?off|tone|wording|salutation|subject|language|style|second half|first half|beginning|conclusion|length)';
const LETTER =
  '(?:it|this|that one|the last one|the (?:last |latest |new |current |first )?(?:cover(?:ing)? )?(?:letter|draft|version|text|copy)|my (?:cover(?:ing)? )?letter|everything)';
const PIECE = `(?:the|that|this|my|its|a|an|another|one|each) (?:[\\w-]+ ){0,3}?${PART}`;
const CHANGE =
  '(?:shorten|lengthen|tighten|trim|soften|polish|rephrase|reword|simplify|condense|tweak|adjust|improve|revise|rework|personali[sz]e|tone|spice|cut|liven|jazz|refine|sharpen|smooth|streamline|edit|fix|change|rewrite|redo|redraft|expand|correct|update)';
const STYLED = new RegExp(
  `\\b(?:${STYLE}|tone|voice|focus\\w*|emphas\\w*|highlight\\w*|mention\\w*|words|paragraphs?|sentences?|less|more|half|style)\\b`,
);
const REDO =
  /^(?:rewrite|redo|redraft|regenerate|rework|write|draft|make|generate|create|do|produce|give|get)(?: me)?\b.*\b(?:another|new|again|fresh|different|second|third|next|redo|rewrite|redraft|regenerate|rework)?\b.*\b(?:letter|version|draft|it)\b/;
const AGAIN = /\b(?:another|new|again|different|fresh|redo|rewrite|redraft|regenerate|rework|this time)\b/;

const REVISIONS = [
  '(?:(?:a|one) )?(?:new|another|different|fresh) (?:version|draft|letter) please(?: |$)',
  `(?:make|keep|get|have|want|need|would like|i (?:want|need|would like|would prefer)) (?:${LETTER}|${PIECE}|them) ${DEGREE}${STYLE}(?: |$)`,
  `(?:give|lend) ${LETTER} (?:a|some|more) (?:[\\w-]+ ){0,2}(?:tone|voice|style|edge|polish|punch|warmth|personality|ending|opening)(?: |$)`,
  `make ${LETTER} (?:about |roughly |only )?(?:half|twice|one|two|three|\\d+) `,
  `${CHANGE}(?: (?:up|down|back|out))? (?:${LETTER}|${PIECE})(?: |$)`,
  `tone down (?:the|my) `,
  `(?:tone|cut|trim|slim|shave|jazz|spice|liven) ${LETTER} (?:down|up|back|off)(?: |$)`,
  `${DEGREE}(?:${STYLE})(?: (?:version|draft|letter|tone))?(?: (?:please|now|this time|next time|again|though|than (?:that|this|before)))*$`,
  `(?:use|try|go for|adopt|strike) (?:a|an) (?:[\\w-]+ ){1,3}(?:tone|voice|style|opening|ending|closing|greeting)(?: |$)`,
  `(?:add|remove|delete|drop|cut|replace|swap|insert|lose|move|omit|strike|take out|leave out|get rid of|start with|end with|put in|include|write|split|merge) (?:${PIECE}s?|(?:the|that|a) (?:part|bit|bits|section|phrase|word|sentence|mention|thing) (?:\\w+ ){0,3}?(?:about|on|where|that|of|QUOTE|with)|QUOTE)(?: |$)`,
  `(?:add|include|insert|work in|put in|say|write|squeeze in) (?:(?:a (?:bit|little) |some |much )?(?:more|something|less) (?:about|on|of)|a mention of|that i|the fact that)(?: |$)`,
  `(?:mention|emphasi[sz]e|highlight|stress|play (?:up|down)|bring (?:up|out)|point out|focus (?:more )?on|lead with|talk (?:more )?about|elaborate on|include|add) (?:that i|my|the fact|our|how i|why i) (?!resume|cv|name to|email|e-mail|phone|address|account|notes?|profile|calendar|linkedin|photo)\\w+`,
].map((source) => new RegExp(`^(?:${source})`)); // prettier-ignore
const FORBID =
  /^(?:mention|use|include|say|repeat|start with|end with|sound|talk about|refer to|call me|call it|exaggerate|open with|brag)\b/;

/** Whether a request changes the letter that exists rather than asking for the first one. `text` is a clause without its lead-in. */
export function isRevision(text: string): boolean {
  if (/\bURL\b/.test(text)) return false;
  return REVISIONS.some((pattern) => pattern.test(text)) || (REDO.test(text) && AGAIN.test(text) && STYLED.test(text));
}

/** "Don't mention my gap year": a negated verb that is itself a wish for the letter. */
export function isProhibition(text: string): boolean {
  return FORBID.test(text) && !/\bURL\b/.test(text);
}
