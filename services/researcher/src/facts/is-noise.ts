const NOISE: RegExp[] = [
  /\bcookies?\b|\bconsent\b|privacy (?:policy|notice|statement)|terms (?:of|and) |all rights reserved|©|copyright/i,
  /equal[- ]opportunit|without regard to|regardless of (?:race|gender|age|sex)|reasonable (?:accommodation|adjustment|support)|protected (?:veteran|class|characteristic)|e-?verify|background check|pay transparency/i,
  /\bdisabilit(?:y|ies)\b.*\b(?:accommodat|appl(?:y|ication)|recruit)|\baccommodations?\b.*\b(?:recruit|appl(?:y|ication)|disabilit)|\byour rights under\b/i,
  /\b(?:enable|requires?|turn on) javascript\b|your browser|\bad ?blocker\b/i,
  /^(?:learn|read|find out|see|show|view|discover|load|watch) (?:more|all|less|how|our|the)\b/i,
  /^(?:click|tap|sign (?:up|in)|log ?in|subscribe|register|download|share|follow us|contact us|get (?:started|in touch)|book a|request a|apply (?:now|here|today|online|for)|join our (?:newsletter|talent)|submit|upload|enter your|select |search |skip to|back to|try (?:it|for)|start (?:your|a) free|schedule a|talk to|explore (?:our|the|all)|print this|e-?mail this)\b/i,
  /\b(?:subscribe|sign up|log in|click here|apply now|newsletter|unsubscribe)\b/i,
  /^(?:photo|image|source|credit|caption|advertisement|by|posted|published|updated|filed under|tags?|categories|share)\b ?[:|]?/i,
  /https?:\/\/|www\.|\S+@\S+\.\S+|[{}<>]|\|.*\||[›»>].*[›»>]|(?:\s[•·|/]\s.*){2,}/,
  /\b(?:dental|401\(?k\)?|vision insurance|medical insurance|life insurance|vaccin)\b/i,
  /self-identif|\bvoluntar(?:y|ily)\b|unsolicited|recruit(?:ing|ment) agenc|staffing agenc|application process|technical (?:issues|difficult)|accessible environment|information (?:is )?collected|screening requirements/i,
  /\b(?:salary|pay|compensation) range\b|\bbase (?:pay|salary)\b|compensation .{0,40}\bvar(?:y|ies)\b|compensation and benefits/i,
  /^[*†]/,
  /^[-–—*•\d.\s]*$/,
];
const MIN_LENGTH = 25;
const MAX_LENGTH = 300;

/** Is a sentence nothing to quote: too short or long, a banner, a crumb, a call to action, small print? */
export function isNoise(sentence: string): boolean {
  if (sentence.length < MIN_LENGTH || sentence.length > MAX_LENGTH) return true;
  if (NOISE.some((pattern) => pattern.test(sentence))) return true;
  const letters = sentence.match(/\p{L}/gu)?.length ?? 0;
  if (letters < sentence.length * 0.6) return true;
  const shouted = sentence.match(/\p{Lu}/gu)?.length ?? 0;
  return shouted > letters * 0.6 && !/\p{Script=Han}|\p{Script=Hiragana}/u.test(sentence);
}
