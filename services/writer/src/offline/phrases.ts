type Variants = readonly [string, ...string[]];

/** Puts values into `{name}` places. */
export const fill = (phrase: string, values: Record<string, string> = {}): string =>
  phrase.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');

/** First sentences. `post` is the title, with `position` where it needs the word. */
export const openings: Record<'plain' | 'warm' | 'formal', Variants> = {
  plain: [
    'I am applying for the {post} at {company}.',
    'I would like to apply for the {post} at {company}.',
    'I am writing to apply for the {post} at {company}.',
    'I would like to be considered for the {post} at {company}.',
    'With this letter I apply for the {post} at {company}.',
    'This is my application for the {post} at {company}.',
  ],
  warm: [
    'I would love to be considered for the {post} at {company}.',
    'The {post} at {company} is one I would very much like to apply for.',
    'I was glad to find the {post} at {company}, and I would like to apply for it.',
    'It is with real pleasure that I apply for the {post} at {company}.',
  ],
  formal: [
    'I am writing to apply for the {post} at {company}.',
    'Please accept this letter as my application for the {post} at {company}.',
    'I would like to submit my application for the {post} at {company}.',
    'Please consider this letter my application for the {post} at {company}.',
  ],
};

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
  ],
  /** To what posting and resume have in common. */
  toShared: [
    'Your posting mentions {list}, and my resume has something to show for each.',
    'You ask for {list}; the paragraphs below say what I can offer there.',
    'From your posting I picked out {list}, because my resume has something to say on each.',
    'Your posting names {list}, so I will begin with where my resume answers that.',
  ],
  toSharedOne: ['Your posting mentions {list}, and that is where I would like to begin.', 'You ask for {list}, so I will begin there.'],
  /** In front of further sentences of the same post. */
  again: ['In the same post, {clause}', 'Alongside that, {clause}', 'On top of that, {clause}', 'At the same time, {clause}'],
  figure: ['In numbers: {clause}', 'To put a number on it, {clause}', 'One result I can name: {clause}'],
  tellMore: [
    'One piece of that work I would gladly tell you more about: {clause}',
    'Something I would gladly tell you more about: {clause}',
  ],
  earlier: ['Before that, as {title} at {employer}, {clause}', 'Earlier, as {title} at {employer}, {clause}'],
  further: [
    'At {employer}, as {title}, {clause}',
    'Before that, at {employer}, {clause}',
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
  ],
  readMore: [
    'I also noticed that {clause}',
    'I read, too, that {clause}',
    'It also caught my eye that {clause}',
    'Just as interesting to me is that {clause}',
  ],
  quote: ['{place} one line stayed with me: “{quote}”', '{place} I found this line: “{quote}”', '{place} it says: “{quote}”'],
  quoteMore: ['Another line stayed with me: “{quote}”', 'Further down I read: “{quote}”', 'And this: “{quote}”'],
  /** What that means for the person. */
  because: [
    'That is work I would like to be part of.',
    'That is a good part of why I am writing to you.',
    'From that I have a clear idea of where I could be useful.',
    'I would like to hear how that looks from the inside.',
    'That is the kind of place in which I would like to work.',
    'After reading that, I wanted to apply.',
  ],
  /** When the company's work is like the person's. */
  near: [
    'That is close to my own work, and I would be glad to go on with it at your side.',
    'It is close to what I do myself, which is one reason I am writing to you.',
    'I could see myself in that work from the first week.',
  ],
  becauseWarm: ['I would love to meet the people behind it.', 'I would love to be part of that.', 'I can picture myself enjoying that.'],
  /** When nothing is known of the company. */
  unknown: [
    'I cannot yet say much about {company}, so I have questions instead.',
    'I have not yet had the chance to read much about {company}, so I would rather ask than guess.',
    'I will not pretend to know more about {company} than an outsider can.',
  ],
  ask: [
    'I would like to hear how the team works, what the first months look like and what you need most from the person who takes this on.',
    'I would be glad to hear more about the team, about the first months in the role and about where help is needed most.',
    'How the team works day to day and what you would want done first is what I would like to ask about.',
  ],
  /** When there is little to say. */
  little: [
    'My resume is short, and I will not make it sound longer than it is.',
    'This letter is short because I would rather not claim more than my resume shows.',
  ],
  promise: [
    'What I would bring is the will to learn how you do things, to ask when something is unclear and to finish what I start.',
    'You could expect me to be on time, to listen first and to ask before I guess.',
  ],
  enclosed: [
    'My resume is enclosed, and I am happy to answer questions about any line of it.',
    'My resume is enclosed, and I would be glad to talk it through with you.',
  ],
  open: [
    'If there is something you need that this letter does not cover, please ask; I will give you a straight answer.',
    'If anything in my resume raises a question, please ask me directly.',
  ],
  skills: [
    'Among my skills are {list}.',
    'Of the skills on my resume, {list} seem closest to this post.',
    'The skills I would bring include {list}.',
  ],
  education: ['I hold {entry}.', 'My qualifications include {entry}.'],
  educationMore: ['To that I can add {entry}.', 'Besides that, I have {entry}.'],
} satisfies Record<string, Variants>;

/** Last paragraphs: every one of them asks for a conversation. */
export const closings: Record<'plain' | 'warm' | 'formal', Variants> = {
  plain: [
    'I would welcome the chance to talk about the role and to show you how I work. Thank you for reading, and I look forward to hearing from you.',
    'I would be glad to discuss what you need and where I could help. Thank you for your time, and I look forward to your reply.',
    'If this sounds useful, I would be glad to talk it through with you. Thank you for reading this far; I look forward to hearing from you.',
    'A conversation would tell us both more than a letter can, and I would be glad to have one. Thank you for your time.',
    'I would be happy to meet and answer your questions in person. Thank you for considering me, and I look forward to hearing from you.',
  ],
  warm: [
    'I would love to meet you and the team and to hear what you are working on. Thank you so much for reading, and I look forward to hearing from you.',
    'It would be a pleasure to meet and to talk about what you need. Thank you for your time, and I look forward to hearing from you.',
    'I would love to talk about the role and to hear what matters most to you in it. Thank you for taking the time to read this; I look forward to hearing from you.',
    'If you would like to meet, nothing would please me more. Thank you for reading, and I look forward to hearing from you.',
  ],
  formal: [
    'I would welcome the opportunity to discuss my application with you in an interview. Thank you for your consideration; I look forward to your reply.',
    'I would be pleased to discuss the position with you at a time that suits you. Thank you for considering my application, and I look forward to hearing from you.',
    'I would be grateful for the opportunity to discuss the position in an interview. Thank you for your time and consideration; I look forward to hearing from you.',
    'Should you wish to discuss my application, I would be glad to meet at your convenience. Thank you for your consideration, and I look forward to your reply.',
  ],
};
