import type { Wishes } from './read-wishes.ts';

type Variants = [string, ...string[]];

/** Sentences of courtesy and connection. None of them states a fact about the person or the company. */
export const phrases = {
  opening: [
    'I am applying for the {title} {position}at {company}.',
    'I would like to apply for the {title} {position}at {company}.',
    'Please take this letter as my application for the {title} {position}at {company}.',
  ],
  plain: [
    'What follows are things I have done and can talk about in detail.',
    'I would rather show you work than adjectives, so here is what my resume can back up.',
    'I have kept this letter to what my resume can show.',
  ],
  again: ['In the same role, {clause}', 'There, {clause}', 'Alongside that, {clause}'],
  earlier: ['Before that, as {title} at {employer}, {clause}', 'Earlier, as {title} at {employer}, {clause}'],
  companyClose: [
    'That is work I would like to be part of.',
    'That gave me a clear idea of where I could be useful.',
    'That is a good part of why I am writing to you and not to someone else.',
  ],
  learn: [
    'I would be glad to hear more about the team, about what the first months in the role look like, and about where help is needed most.',
    'I would like to learn more about how the team works day to day and what you need most from the person who takes this on.',
  ],
  enclosed: [
    'My resume is enclosed, and I would rather talk through it with you in person than fill a page with adjectives.',
    'My resume is enclosed, and I am happy to answer questions about any line of it.',
  ],
  open: [
    'If there is something you need that this letter does not cover, please ask; I will give you a straight answer.',
    'If anything in my resume raises a question, please ask me directly.',
  ],
} satisfies Record<string, Variants>;

export const closings: Record<Wishes['tone'], Variants> = {
  plain: [
    'I would welcome the chance to talk about the role and to show you how I work. Thank you for reading, and I look forward to hearing from you.',
    'I would be glad to discuss what you need and where I could help. Thank you for your time, and I look forward to your reply.',
  ],
  warm: [
    'I would love to meet you and the team and to hear what you are working on. Thank you so much for reading, and I look forward to hearing from you.',
    'It would be a pleasure to meet and to talk about what you need. Thank you for your time, and I look forward to hearing from you.',
  ],
  formal: [
    'I would welcome the opportunity to discuss my application with you in an interview. Thank you for your consideration; I look forward to your reply.',
    'I would be pleased to discuss the position with you at a time that suits you. Thank you for considering my application, and I look forward to hearing from you.',
  ],
};

export const fill = (phrase: string, values: Record<string, string>): string =>
  phrase.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
