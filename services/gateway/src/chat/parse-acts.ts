import { readAim, type Aim } from './parse-company.ts';
import { FINITE, readLetter, type LetterObject } from './parse-letter.ts';
import { isRevision } from './parse-revision.ts';

export type Act = 'research' | 'write' | 'revise';

export interface Acts {
  acts: Act[];
  /** Named, but not clearly asked for ("research salaries", "write letters"). */
  weak: boolean;
  /** The verb stood without an object ("research and write"). */
  bare: boolean;
}

const JOB_TITLE =
  /\b(?:research|writing|drafting) (?:scientist|engineer|assistant|associate|fellow|analyst|intern|writer|manager|lead|director|officer|nurse|coordinator|technician|paper|papers|methods?|questions?|group|labs?|team|department|grant|institute|centre|center|projects?|positions?|roles?|jobs?|experience|skills|chemist|physicist|consultant|administrator|programmer|developer|editor|library|tab|button|page|section|feature|worker is|notes? (?:is|are)|skills)s?\b/;
const WRITE = /^(?:write|draft|compose|redraft|rewrite|re-write|pen|craft|type|word)(?: (?:up|out))?(?= |$)/;
const STRONG = /^(?:write|draft|compose|redraft|rewrite)(?: (?:up|out))?$/;
const MAKE =
  /^(?:put together|whip (?:up|out)|knock (?:up|out|together)|come up with|bang out|crank out|rustle up|draw up|throw together|dash off|tailor|(?:re)?try|attempt|spin up|cook up|work on|start on|kick off|get (?:started|going|cracking|on|working|moving|stuck in)(?: (?:on|with|to|in))?|crack on with|make a start on|(?:move|go) on (?:to|with)|(?:go|get|jump|skip|cut|proceed|straight|on|move)(?: straight| right| directly)? to|proceed with|continue with|carry on with|press on with|go (?:ahead )?with|ahead with|finish with|finish off with|end with|end up with|follow (?:it |that |this )?(?:up )?with|(?:have|take|make) (?:a|another) (?:go|stab|crack|shot|try) at|hammer out|turn (?:it|that|this|them|the \w+|all (?:of )?(?:it|that|this)|everything|what you \w+(?: out)?|your \w+|those|these)(?: \w+){0,3} into|convert \w+(?: \w+){0,3} into|use \w+(?: \w+){0,3} (?:for|to write|to draft|in)|let me have|send over|hand me|generate|create|produce|prepare|make|redo|do|build|finish|complete|regenerate|author|deliver|assemble|start|begin|run)(?= )/;
const GIVE =
  /^(?:give|get|send|have|want|need|like|could use|would like|would love|(?:i|we) (?:just |also |now |really |only )*(?:want|need|require|could use|would (?:really |also |just )?(?:like|love|appreciate)(?: to (?:have|get))?|am after|will (?:take|have)))(?: me)?(?= )/;
const PARTICIPLE = /^(?:written|drafted|done|composed|made|ready|prepared|started|going|generated|finished|sorted|produced|created)\b/;
const FLOW =
  /^(?:run|do|start|begin|launch|kick off|trigger|execute|go (?:for|with|through)|get going with|get (?:started|on|cracking) (?:on|with)|proceed with|perform|repeat|rerun|redo|i (?:want|need)|give me|fire up|set off|initiate)(?: me)?(?: through)? (?:(?:the|this|a|your|that)? ?(?:full|whole|entire|complete|end-to-end|usual|standard|same|combined|two-step|research-then-write|research-and-write|research-and-draft)(?: (?:\w+ )?(?:flow|thing|process|pipeline|workflow|shebang|job|lot|routine|works|treatment|package|run|sequence))|(?:the|this|your) (?:flow|pipeline|workflow|works|lot)|both(?: (?:of them|steps|things|parts|jobs))?|it all)(?= |$)/;
const PURE_RESEARCH = /^(?:re)?(?:search|research|investigate)(?= |$)/;
const SEARCH =
  /^(?:(?:make yourself familiar|familiari[sz]e yourself|acquaint yourself|get familiar|get acquainted) with|look (?:at|into|up|over|through|around|round|closely at|carefully at)|(?:have|take|get) (?:a|another) (?:\w+ )?(?:look|nose|browse|scout|read|dig|peek|gander|glance|poke) (?:at|into|through|over|around|round|on|up on)|dig (?:into|up|out|around|through|deep(?:er)? into|a bit into|for)|read(?: up)?(?: on| about| through| over| around)?|find out(?: more)?(?: about)?|find(?: me)?|check(?: out| up on)?|grab|scrape|crawl|study|explore|gather|collect|learn(?: more)?(?: about)?|get to know|visit|browse|scan|go (?:through|over|to|and read|look at)|analy[sz]e|examine|dive into|do a (?:deep )?dive (?:into|on)|suss out|scope out|swot up on|bone up on|brush up on|mug up on|poke around|see (?:what|who|how|where)|work out (?:what|who|how|where)|figure out (?:what|who|how|where)|fetch|pull(?: up| together| in)?|mine|use|process|profile|vet|background-check|sniff around|rummage (?:around|through)|nose around|skim|review|survey|look)(?= |$)/;
const RESEARCH_NOUN =
  /^(?:start(?: off)? with|begin with|(?:re)?start|re-start|kick off|kickoff|run|rerun|do|redo|begin|launch|refresh|repeat|update|trigger|perform|conduct|carry out|undertake|fire off|fire up|finish with|complete|finish|proceed with|go (?:ahead )?with|get (?:on|going|started|cracking|moving)(?: with| on)?|crack on with|make a start on|make|put in|start (?:off )?with|begin with|continue(?: with)?|resume|carry on with|give me|get(?: me)?|(?:(?:i|we) )?(?:just |only |really |also )*(?:need|want|would like|would love)|gather|collect|find(?: me)?|dig up|dig out|pull(?: up| together)?|follow (?:it|that|this) with|have|compile|grab|prepare|look up|more|some|initiate|set off|queue(?: up)?|finish with|bring me)(?: me)?((?: [\w-]+){0,5}?) (research|researcher|homework|background|legwork|digging|groundwork|intel|info|information|facts|reconnaissance|recon|fact-finding|due diligence)(?= |$)/;

/** What a clause asks for, once its lead-in is gone; `null` when its verb is none of ours. */
export function readActs(rest: string): Acts | null {
  const text = rest
    .replace(JOB_TITLE, 'jobtitle')
    .replace(/^put (.*letter) together/, 'put together $1')
    .replace(/^give (them|it|URL|(?:the|their) \w+) (?:a|another) (?:\w+ )?(?:look|read|once-over|check)\b/, 'look at $1')
    .replace(/\b(?:a )?(?:tiny |little )?(?:bit|spot|piece|round) of (?=\w)/, '');
  if (isRevision(text)) return { acts: ['revise'], weak: false, bare: false };
  if (FLOW.test(text)) return { acts: ['research', 'write'], weak: false, bare: false };
  const done =
    /^(?:(?:i|we) )?(?:would like|want|need|would love)(?: to (?:have|get|see))? (.+?) (?:researched|investigated|looked (?:up|into)|checked out)\b/.exec(
      text,
    )?.[1];
  if (done !== undefined) return aimed(readAim(split(done)), true);
  return readWriting(text) ?? readResearch(text);
}

function readWriting(text: string): Acts | null {
  const write = WRITE.exec(text)?.[0];
  if (write !== undefined) {
    const words = split(text.slice(write.length));
    const letter = readLetter(words);
    if (letter) return writing(letter);
    return STRONG.test(write) ? readPronoun(words) : null;
  }
  const make = MAKE.exec(text)?.[0];
  const made = make === undefined ? null : readLetter(split(text.slice(make.length)));
  if (make !== undefined && made) {
    // "make the letter shorter", "use the letter to …", "start the letter with …" change a letter or do something with it.
    const changes =
      /^(?:make|use|start|begin|finish|end)\b/.test(make) &&
      made.definite &&
      !/^(?:$|now|please|for|from|again|first|then|based|using|too|today|asap|already|off|as)/.test(made.tail[0] ?? '');
    return changes ? { acts: ['write'], weak: true, bare: false } : writing(made);
  }
  if (
    make !== undefined &&
    /^(?:start|begin|do|get|crack|carry|continue|move|go|proceed)/.test(make) &&
    /^ (?:the |some |my )?(?:writing|drafting|write-up|writeup|writing (?:part|bit|up))(?= |$)/.test(text.slice(make.length))
  ) {
    return { acts: ['write'], weak: false, bare: false };
  }
  const give = GIVE.exec(text)?.[0];
  const given = give === undefined ? null : readLetter(split(text.slice(give.length)));
  if (give === undefined || !given) return null;
  if (PARTICIPLE.test(given.tail.join(' '))) return writing(given);
  // "send me the letter", "I have a letter": about one that exists.
  const vague = /^(?:send|have)/.test(give) || given.definite;
  const needed = /(?:want|need|require|could use|would)/.test(give) && /^(?:$|now|please|for|from|by|too|asap)/.test(given.tail[0] ?? '');
  return vague && !needed ? { acts: ['write'], weak: true, bare: false } : writing(given);
}

// A letter to somebody who does not hire.
const ELSEWHERE =
  /^(?:to (?!(?:the |this |that |their |a |an )?(?:[\w-]+ )?(?:company|employer|firm|organi[sz]ation|business|startup|hiring|recruit\w*|hr|team|manager|people|go|send|apply|accompany|attach)\b|them\b|NAME|URL|ms\b|mr\b|mrs\b|dr\b|whom\b)|for my (?!application|job|role)|about (?!why|my|how))/;

function writing(letter: LetterObject): Acts {
  const tail = letter.tail.join(' ');
  const acts: Act[] = /(?:using|from|based|off|out of|with|after|draw\w*)\b.*\b(?:URL|website|site|web page|webpage)\b/.test(tail)
    ? ['research', 'write']
    : ['write'];
  const theirs =
    /^(?:(?:that |which )?(?:you|i|we|he|she|they) (?:wrote|drafted|sent|made|gave|have|had|already|just|did)|to (?:be|stand|look|sound|match|her|him)|should|like (?:that|this)\?)/.test(
      tail,
    );
  return { acts, weak: letter.plural || theirs || (letter.plain && ELSEWHERE.test(tail)), bare: false };
}

function readPronoun(words: string[]): Acts | null {
  const [first = '', next = ''] = words;
  if (/^(?:$|please|now|then|again|first|afterwards|away|too|asap|today|for|straight|immediately)$/.test(first))
    return { acts: ['write'], weak: false, bare: true };
  if (!/^(?:it|one|mine|me)$/.test(first))
    return /^(?:this|that|something|anything|everything|letters)$/.test(first) ? { acts: ['write'], weak: true, bare: false } : null;
  const clear =
    /^(?:$|now|please|up|then|again|too|also|afterwards|right|straight|immediately|today|asap|first|already|yourself|anyway|from|based|using|one|after|for)$/.test(
      next,
    );
  if (first === 'me' && next !== 'one') return next === '' ? { acts: ['write'], weak: true, bare: false } : null;
  return { acts: ['write'], weak: !clear || (next === 'for' && !/^(?:me|this|the|that)$/.test(words[2] ?? '')), bare: false };
}

function readResearch(text: string): Acts | null {
  const pure = PURE_RESEARCH.exec(text)?.[0];
  if (pure !== undefined) {
    const words = split(text.slice(pure.length));
    if (
      FINITE.has(words[0] === 'NAME' ? (words.find((word) => word !== 'NAME') ?? '') : (words[0] ?? '')) ||
      /^(?:notes?|results?|findings|jobtitle|then|draft)$/.test(words[0] ?? '')
    )
      return null;
    // "research into AI is their business" is a remark.
    if (
      /^(?!.*\b(?:what|who|which|how|that|where|whether|why|they|it)\b).* (?:is|are|was|were|has|have|needs?)\b/.test(` ${words.join(' ')}`)
    )
      return null;
    if (/search$/.test(pure) && !/research$/.test(pure)) return aimed(readAim(words), false);
    return aimed(readAim(words), true);
  }
  const noun = RESEARCH_NOUN.exec(text);
  if (noun) {
    const [whole, between = '', head = ''] = noun;
    const tail = split(text.slice(whole.length));
    if (/\b(?:no|my|to|of|from|with|about|letter|draft|that|salary|market|visa)\b/.test(between) || FINITE.has(tail[0] ?? '')) return null;
    const about = /^(?:on|into|about|around|regarding|of|at)$/.test(tail[0] ?? '')
      ? readAim(tail.slice(1))
      : readAim([...split(between).filter((w) => w === 'company' || w === 'employer' || w === 'their'), ...tail]);
    if (/^(?:research|researcher|homework|legwork|groundwork)$/.test(head) && about === 'none')
      return { acts: ['research'], weak: false, bare: false };
    const acts = aimed(about, false);
    // "Give me the facts" may mean those that are there already.
    return acts !== null && /^(?:give|get|bring|have)\b.*\b(?:info|information|facts|intel)$/.test(whole) ? { ...acts, weak: true } : acts;
  }
  const search = SEARCH.exec(text)?.[0];
  if (search === undefined) return null;
  const words = split(text.slice(search.length));
  const aim = readAim(words);
  // Everyday verbs count only with an object that research can be about.
  if (aim !== 'company') return null;
  const everyday = /^(?:use|process|find|get|see|fetch|read|check|review|look|go|pull|learn|find me)$/.test(search);
  return {
    acts: ['research'],
    weak:
      everyday && !/\b(?:URL|company|firm|employer|organi[sz]ation|business|startup|site|website|their|NAME|who|what|them)\b/.test(text),
    bare: false,
  };
}

function aimed(aim: Aim, verb: boolean): Acts | null {
  if (aim === 'other') return null;
  return { acts: ['research'], weak: aim === 'unknown' || (aim === 'none' && !verb), bare: aim === 'none' };
}

function split(text: string): string[] {
  return text.split(' ').filter((word) => word !== '');
}
