export type Variants = readonly [string, ...string[]];

/** Puts values into `{name}` places. */
export const fill = (phrase: string, values: Record<string, string> = {}): string =>
  phrase.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');

/** Sentences of courtesy and connection. None of them states a fact about the person or the company. */
export const phrases = {
  /** From the application to the work that follows. */
  toWork: [
    'The next paragraphs are the parts of my work that I think matter most for it.',
    'I have kept this letter to what my resume can show.',
    'I would rather show you work than adjectives, so here is what I have done.',
    'Here, briefly, is what I would bring with me.',
    'Let me say in a few lines what I would bring.',
    'What follows is the part of my work that seems closest to it.',
    'Below I say where I have done similar things before.',
    'Instead of general words I would like to give you some examples.',
    'These are the things I would most like you to know about my work.',
    'A few examples will tell you more than a list of strengths.',
  ],
  /** To what posting and resume have in common. */
  toShared: [
    'Your posting mentions {list}, and my resume has something to show for each.',
    'You ask for {list}; the paragraphs below say what I can offer there.',
    'From your posting I picked out {list}, because my resume has something to say on each.',
    'Your posting names {list}, so I will begin with where my resume answers that.',
    'Your posting lists {list}, and my resume has something on each of them.',
    'Of the things you ask for, {list} are in my resume already.',
  ],
  toSharedOne: [
    'Your posting mentions {list}, which you will find in my resume as well.',
    'You ask for {list}, which my resume can show.',
    'One thing you ask for, {list}, is in my resume already.',
  ],
  /** In front of further sentences of the same post. */
  again: [
    'In the same post, {clause}',
    'Alongside that, {clause}',
    'On top of that, {clause}',
    'At the same time, {clause}',
    'In that role {clause}',
    'Beyond that, {clause}',
  ],
  /** The same for lines that name things instead of deeds. */
  things: [
    'The job also {takes} in {things}',
    'My days there {include} {things}',
    'My work there {covers} {things}',
    'Part of the job {is} {things}',
  ],
  /** For lines that belong to no post. */
  free: ['Beyond that, {clause}', 'On top of that, {clause}', '{clause}'],
  figure: ['In numbers: {clause}', 'To put a number on it, {clause}', 'One result I can name: {clause}'],
  tellMore: [
    'One piece of that work I would gladly tell you more about: {clause}',
    'Something I would gladly tell you more about: {clause}',
  ],
  /** In front of the first sentence about a post: the latest one, held or left, and those before. */
  present: [
    'As {title} at {employer}, {clause}',
    'In my present post, as {title} at {employer}, {clause}',
    'At {employer}, where I am {title}, {clause}',
    'In my work as {title} at {employer}, {clause}',
    'Where I work now, as {title} at {employer}, {clause}',
  ],
  latest: [
    'As {title} at {employer}, {clause}',
    'At {employer}, where I was {title}, {clause}',
    'In my work as {title} at {employer}, {clause}',
    'In my last post, as {title} at {employer}, {clause}',
  ],
  earlier: [
    'Before that, as {title} at {employer}, {clause}',
    'Earlier, as {title} at {employer}, {clause}',
    'Before that I was {title} at {employer}, where {clause}',
    'Earlier on, at {employer}, where I was {title}, {clause}',
    'Going further back, as {title} at {employer}, {clause}',
  ],
  further: [
    'At {employer}, as {title}, {clause}',
    'At {employer}, where I was {title}, {clause}',
    'My time at {employer} belongs here too: as {title}, {clause}',
  ],
  /** Between what was read and what it says, for statements and for quotations. */
  read: [
    'Before writing I read that {clause}',
    'Reading about {company}, I learned that {clause}',
    'What caught my attention about {company} is that {clause}',
    'I looked at what {company} says about itself, and read that {clause}',
    'Of what I read about {company}, one thing stayed with me: {clause}',
    'Part of what draws me to {company} is that {clause}',
    'When I looked you up, I read that {clause}',
    'I have read that {clause}',
    'On your website I read that {clause}',
    'What I like about {company} is that {clause}',
  ],
  readMore: [
    'I also noticed that {clause}',
    'I read, too, that {clause}',
    'It also caught my eye that {clause}',
    'Just as interesting to me is that {clause}',
    'I was glad to see as well that {clause}',
    'And I learned that {clause}',
  ],
  quote: [
    '{place} one line stayed with me: “{quote}”',
    '{place} I found this line: “{quote}”',
    '{place} it says: “{quote}”',
    '{place} I read: “{quote}”',
  ],
  quoteMore: ['Another line stayed with me: “{quote}”', 'Further down I read: “{quote}”', 'And this: “{quote}”'],
  /** What that means for the person. */
  because: [
    'That is work I would like to be part of.',
    'That is a good part of why I am writing to you.',
    'From that I have a clear idea of where I could be useful.',
    'I would like to hear how that looks from the inside.',
    'That is the kind of place in which I would like to work.',
    'After reading that, I wanted to apply.',
    'It would be good to be part of that.',
    'I would like to know more about it.',
    'That sounds like a place where my work would fit.',
    'It is what I am looking for in my next post.',
  ],
  /** When the company's work is like the person's. */
  near: [
    'That is close to my own work, and I would be glad to go on with it at your side.',
    'It is close to what I do myself, which is one reason I am writing to you.',
    'I could see myself in that work from the first week.',
  ],
  becauseWarm: ['I would love to meet the people behind it.', 'I would love to be part of that.', 'I would enjoy being part of that.'],
  /** When nothing is known of the company. */
  unknown: [
    'I have not yet had the chance to read much about {company}, so I would rather ask than guess.',
    'I will not pretend to know more about {company} than an outsider can.',
    'About {company} I would like to hear from you rather than repeat what I could look up.',
    'What I would like to know about {company} is what no website can tell me.',
  ],
  ask: [
    'I would like to hear how the team works and what the first months look like.',
    'I would be glad to hear more about the team and about where help is needed most.',
    'How the team works day to day is what I would most like to ask about.',
    'I would like to know who I would be working with and how a usual week looks.',
  ],
  askMore: [
    'What would you want the new person to take on first?',
    'I would also like to ask what a good first year in this role would look like to you.',
    'Tell me what you need most from the person who takes this on, and I will say honestly whether I can give it.',
  ],
  /** When there is little to say. */
  little: [
    'My resume is short, and I will not make it sound longer than it is.',
    'This letter is short because I would rather not claim more than my resume shows.',
    'There is not much on my resume yet, and I would rather say so.',
    'I will not fill the page with claims that I cannot back up.',
    'You will see that my resume is a short one, so I will be brief.',
  ],
  promise: [
    'What I would bring is the will to learn how you do things, to ask when something is unclear and to finish what I start.',
    'You could expect me to be on time, to listen first and to ask before I guess.',
    'I would come ready to learn, ready to do the plain work first and ready to take on more.',
    'I would want to learn quickly, to be of use from the first week and to be someone the team can count on.',
    'Given the chance, I would work hard, take advice and keep at it.',
  ],
  reach: [
    'You can reach me whenever it suits you.',
    'You are welcome to call or write at any time.',
    'I can come by whenever it suits you.',
  ],
  enclosed: [
    'My resume is enclosed, and I am happy to answer questions about any line of it.',
    'My resume is enclosed, and I would be glad to talk it through with you.',
    'You will find my resume with this letter.',
    'The details are in my resume, which I have attached.',
  ],
  open: [
    'If there is something you need that this letter does not cover, please ask; I will give you a straight answer.',
    'If anything in my resume raises a question, please ask me directly.',
    'Please ask about anything that you would like to know more about.',
    'I am happy to say more about any of this.',
  ],
  skills: [
    'Among my skills are {list}.',
    'The skills on my resume that fit best here are {list}.',
    'The skills I would bring include {list}.',
    'I would also bring {list}.',
    'My skills include {list}.',
  ],
  education: ['I hold {entry}.', 'My qualifications include {entry}.', 'As for qualifications, I have {entry}.'],
  educationMore: ['To that I can add {entry}.', 'Besides that, I have {entry}.'],
} satisfies Record<string, Variants>;
