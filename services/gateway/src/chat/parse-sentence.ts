import { readActs, type Act, type Acts } from './parse-acts.ts';
import type { Clause, Link, Sentence } from './parse-clauses.ts';
import { baseForm, readLeadIn, type LeadIn } from './parse-lead-in.ts';
import {
  DEFERRED,
  GRATITUDE,
  POLITE_IF,
  IF_YOU,
  SARCASM,
  SOON,
  SUBORDINATE,
  TAG_QUESTION,
  ASKING_TAG,
  CONDITIONED,
  RETRACTS,
  ORDERS_TO_SKIP,
  AFTER_THAT,
  OTHER_ADDRESSEE,
  INTRODUCES,
  EXPLAINS,
  HALF_READ,
  LEAVES_OPEN,
} from './parse-phrases.ts';
import { isProhibition, isRevision } from './parse-revision.ts';
import { guessMood, readMood, type Mood } from './parse-mood.ts';
import type { Reading } from './parse-reading.ts';
import { readVerbless } from './parse-verbless.ts';

const RESETS: Link[] = ['but', 'so', 'break', 'colon'];

/** Reads one sentence clause by clause; each clause takes its colour from its own words or from the clause it continues. */
export function readSentence(sentence: Sentence): Reading {
  return new SentenceReader(sentence).read();
}

class SentenceReader {
  private readonly reading: Reading = { asked: new Set(), floated: new Set(), refused: new Set(), restart: false, refusedUrls: [] };
  private readonly pending = new Set<Act>();
  private readonly sentence: Sentence;
  private readonly whole: string;
  private mood: Mood = 'none';
  private polite = false;
  private doubtful = false;
  private lastAdded: Act[] = [];
  private spokenOut = false;
  private introduced = true;
  private subordinate = false;

  constructor(sentence: Sentence) {
    this.sentence = sentence;
    this.whole = sentence.clauses.map((clause) => clause.words).join(' ');
    this.doubtful = SARCASM.test(this.whole) || OTHER_ADDRESSEE.test(this.whole);
  }

  read(): Reading {
    const { clauses, question } = this.sentence;
    const verbless = this.readVerbless();
    if (verbless) this.add(verbless, question ? 'floated' : 'asked');
    else for (const [index, clause] of clauses.entries()) this.readClause(clause, index);
    if (this.reading.asked.size > 0) for (const act of this.pending) this.reading.asked.add(act);
    if (question && !this.polite) this.demoteAll();
    if (this.doubtful) this.demoteAll();
    // "research please" stands; a lone "research" or "draft" may be a noun.
    if (!verbless && !this.spokenOut && this.reading.asked.size === 1) this.demoteAll();
    return this.reading;
  }

  private readVerbless(): Acts | null {
    const { clauses } = this.sentence;
    const after = clauses.findIndex((clause) => clause.link === 'colon');
    const intro = clauses.slice(0, Math.max(after, 0));
    if (after > 0 && !INTRODUCES.test(clauses[after - 1]?.words ?? '')) return null;
    if (intro.some(({ words }, index) => readMood(words, index === 0 ? undefined : false) !== null || CONDITIONED.test(words))) return null;
    return readVerbless(clauses.slice(Math.max(after, 0)));
  }

  private readClause(given: Clause, index: number): void {
    const clause = this.mood === 'command' ? { ...given, words: baseForm(given.words) } : given;
    const { words, link } = clause;
    if (link === 'colon') this.introduced = this.mood === 'command' || INTRODUCES.test(this.sentence.clauses[index - 1]?.words ?? '');
    if (link !== 'and' && link !== 'or') this.subordinate = false;
    if (EXPLAINS.test(given.words)) this.demoteAll();
    if (link === 'or' && index > 0 && LEAVES_OPEN.test(words)) this.doubtful = true;
    if (/^(?:URL|NAME|QUOTE| )+$/.test(words)) return;
    if (RETRACTS.test(words)) return this.retract(words, index);
    if (this.sentence.question && index > 0) {
      if (ASKING_TAG.test(words)) return void (this.polite = true);
      if (TAG_QUESTION.test(words)) return void (this.doubtful = true);
    }
    if (/^(?:if|unless|provided|assuming|suppose|supposing|should you)\b/.test(words)) return this.readCondition(clause);
    const next = AFTER_THAT.exec(words)?.[0];
    if (next !== undefined) return this.readClause({ ...clause, link: 'then', words: words.slice(next.length) }, index);
    if (/^(?:when|whenever|once|after|before|until|as soon as|while|because|since|now that)\b/.test(words))
      return this.readSubordinate(clause);
    const mood = isRevision(words) ? null : readMood(words, index === 0 ? undefined : this.sentence.question);
    if (mood) return void (this.mood = this.mood === 'question' && !RESETS.includes(link) ? 'question' : mood);
    this.readRequest(clause, readLeadIn(words), index);
  }

  private readRequest(clause: Clause, lead: LeadIn, index: number): void {
    if (lead.rest === '') {
      if (lead.mode === 'negated') this.mood = 'negated';
      return;
    }
    if (lead.mode === 'negated') return this.refuse(clause, lead.rest);
    const acts = readActs(lead.rest) ?? this.readCarried(lead.rest, clause.link) ?? this.readNoun(clause);
    if (!acts) return this.passOver(clause, lead);
    if (this.subordinate && lead.mode === 'plain' && !lead.fresh) return acts.acts.forEach((act) => this.pending.add(act));
    const colour = this.colourOf(clause, lead, index, acts.bare);
    if (colour === 'negated') return this.refuse(clause, lead.rest);
    if (lead.mode === 'asked' || (lead.fresh && /please|kindly/.test(clause.words))) this.polite = true;
    // "research them or write the letter" leaves the choice open.
    if (clause.link === 'or') this.demoteAll();
    const later = DEFERRED.test(clause.words);
    if (lead.replaces) this.reading.restart = true;
    if (lead.rest.includes(' ') || lead.fresh || lead.mode === 'asked') this.spokenOut = true;
    if (colour !== 'none') this.add(acts, acts.weak || later || clause.link === 'or' ? 'floated' : colour);
    this.mood = colour === 'asked' ? 'command' : colour === 'floated' ? 'floated' : this.mood;
  }

  /** The colour a verb takes: its own, or, for a bare verb in a row, that of the clause before. */
  private colourOf(clause: Clause, lead: LeadIn, index: number, bare: boolean): 'asked' | 'floated' | 'negated' | 'none' {
    if (this.mood === 'hypothetical') return this.sentence.question ? 'none' : 'floated';
    if (this.mood === 'reported' && !['so', 'but', 'break'].includes(clause.link)) return 'none';
    if (lead.mode === 'floated') return 'floated';
    if (lead.mode === 'asked') return 'asked';
    if (clause.link === 'colon' || (!this.introduced && !lead.fresh)) return this.introduced ? 'asked' : 'floated';
    if (index === 0 || this.mood === 'none' || this.mood === 'command') return 'asked';
    if (this.mood === 'fragment') return clause.link === 'and' || clause.link === 'or' ? 'none' : 'asked';
    if (this.mood === 'question') return lead.fresh || clause.link === 'break' ? 'floated' : 'none';
    if (lead.fresh || RESETS.includes(clause.link)) return 'asked';
    if (this.mood === 'floated') return 'floated';
    if (this.mood === 'negated') return this.continuesNegation(clause) ? 'negated' : 'asked';
    if (this.mood === 'state') return clause.link === 'comma' && !bare ? 'asked' : 'none';
    if (this.mood === 'imperative') return 'asked';
    if (this.mood === 'skipped') return bare ? 'negated' : 'asked';
    return this.mood === 'unknown' ? 'floated' : 'none';
  }

  private continuesNegation(clause: Clause): boolean {
    if (clause.link === 'and' || clause.link === 'or') return true;
    const { clauses } = this.sentence;
    return (
      clause.link === 'comma' &&
      clauses.slice(clauses.findIndex(({ words }) => words === clause.words)).some((other) => other.link === 'or')
    );
  }

  /** "the research and the letter": a noun that continues the request before it. */
  private readCarried(rest: string, link: Link): Acts | null {
    if (this.mood !== 'command' || !['and', 'then', 'comma', 'break'].includes(link)) return null;
    return readActs(`produce ${rest}`.replace(/^produce (?=(?:some |the |company )?(?:research|background))/, 'start '));
  }

  /** "now the letter": asked for without a verb, in a clause that nothing colours. */
  private readNoun(clause: Clause): Acts | null {
    return ['none', 'command', 'imperative', 'fragment'].includes(this.mood) ? readVerbless([{ ...clause, link: 'start' }]) : null;
  }

  private passOver(clause: Clause, lead: LeadIn): void {
    if (this.mood === 'reported' || this.mood === 'hypothetical' || this.mood === 'question') return;
    if (lead.mode === 'asked' || lead.mode === 'floated') return void (this.mood = lead.mode === 'asked' ? 'imperative' : 'floated');
    if (clause.words.startsWith('URL') || clause.words === 'NAME' || /^(?:my|the|their) (?:notes|it)$/.test(clause.words)) return;
    if (this.mood === 'command' && HALF_READ.test(lead.rest)) this.doubtful = true;
    if (this.mood === 'none') this.mood = guessMood(lead.rest);
  }

  private refuse(clause: Clause, rest: string): void {
    this.mood = ORDERS_TO_SKIP.test(clause.words) ? 'skipped' : 'negated';
    this.lastAdded = [];
    this.spokenOut = true;
    this.reading.refusedUrls.push(...clause.urls);
    if (isProhibition(rest)) return this.add({ acts: ['revise'], weak: false, bare: false }, 'asked');
    const other = /\b(?:email|e-mail|resume|cv|message|message|reply)\b/.test(rest);
    if (/research|look|\bdig|investigat|scrap|background|website|site\b/.test(rest)) this.drop('research');
    if (!other && /letter|draft|writ|compos|anything|^it\b/.test(rest)) this.drop('write');
  }

  private drop(act: Act): void {
    this.reading.asked.delete(act);
    this.reading.floated.delete(act);
    this.reading.refused.add(act);
  }

  private retract(words: string, index: number): void {
    this.reading.restart = true;
    this.reading.asked.clear();
    if (index > 0 && /^(?:no|not|dont|do not)/.test(words)) this.mood = 'negated';
  }

  private readCondition(clause: Clause): void {
    const { words } = clause;
    if (POLITE_IF.test(words)) return void (this.polite = true);
    const request = IF_YOU.exec(words)?.[0];
    const acts = request === undefined ? null : readActs(baseForm(words.slice(request.length)));
    if (acts && GRATITUDE.test(this.whole)) {
      this.polite = true;
      this.mood = 'command';
      return this.add(acts, acts.weak || DEFERRED.test(words) ? 'floated' : 'asked');
    }
    if (acts) this.add(acts, 'floated');
    this.mood = 'hypothetical';
    this.demoteAll();
  }

  private readSubordinate(clause: Clause): void {
    const [, subordinator = '', subject, rest = ''] = SUBORDINATE.exec(clause.words) ?? [];
    const theirs = subject === 'i' || subject === 'we' || subject === 'my' || subject === 'our';
    if (/^(?:while|because|since|now)$/.test(subordinator)) return void (this.mood = this.mood === 'none' ? 'fragment' : this.mood);
    const patient = /^(?:a |the |have |get |has |some )*(?:chance|time|moment|minute|second|ready|free|possible|convenient)/.test(rest);
    this.subordinate = !patient;
    const planned = !theirs && this.readSequence(subordinator, baseForm(rest));
    const waits = !theirs && !planned && !patient && subordinator !== 'before' && !SOON.test(rest);
    if ((theirs && subordinator !== 'before' && !patient) || waits || subordinator === 'until') {
      for (const act of this.lastAdded) if (this.reading.asked.delete(act)) this.reading.floated.add(act);
      if (this.mood === 'none') this.mood = 'floated';
    } else if (this.mood === 'none') this.mood = 'fragment';
  }

  /** "after you have looked at their site", "before you write the letter": part of the plan when the sentence asks for anything. */
  private readSequence(subordinator: string, rest: string): boolean {
    const acts = readActs(rest) ?? readActs(`have ${rest}`);
    if (!acts) return false;
    if (acts.weak || subordinator === 'until' || /\b(?:anything|any)\b/.test(rest)) return true;
    for (const act of subordinator === 'before' && acts.bare ? (['write'] as const) : acts.acts) this.pending.add(act);
    return true;
  }

  private add({ acts }: Acts, to: 'asked' | 'floated'): void {
    for (const act of acts) {
      this.reading[to].add(act);
      if (to === 'asked') this.reading.refused.delete(act);
    }
    this.lastAdded = to === 'asked' ? acts : [];
  }

  private demoteAll(): void {
    for (const act of this.reading.asked) this.reading.floated.add(act);
    this.reading.asked.clear();
  }
}
