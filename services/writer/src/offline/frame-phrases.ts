import type { Variants } from './phrases.ts';

/** The same with the company inside, for names that end like an abbreviation: `Wolds Power Services Ltd`. */
export const openingsWithin: Variants = [
  'I would like to apply to {company} for the {post}.',
  'I am writing to {company} to apply for the {post}.',
  'With this letter I apply to {company} for the {post}.',
];

/** First sentences. `post` is the title, with `position` where it needs the word. */
export const openings: Record<'plain' | 'warm' | 'formal', Variants> = {
  plain: [
    'I am applying for the {post} at {company}.',
    'I would like to apply for the {post} at {company}.',
    'I am writing to apply for the {post} at {company}.',
    'I would like to be considered for the {post} at {company}.',
    'With this letter I apply for the {post} at {company}.',
    'This is my application for the {post} at {company}.',
    'I hope you will consider me for the {post} at {company}.',
    'I would like to put myself forward for the {post} at {company}.',
    'Please take this letter as my application for the {post} at {company}.',
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

/** Last paragraphs: they ask for a conversation, then thank. */
export const closings: Record<'plain' | 'warm' | 'formal', { ask: Variants; thank: Variants }> = {
  plain: {
    ask: [
      'I would welcome the chance to talk about the role and to show you how I work.',
      'I would be glad to discuss what you need and where I could help.',
      'If this sounds useful, I would be glad to talk it through with you.',
      'A conversation would tell us both more than a letter can, and I would be glad to have one.',
      'I would be happy to meet and answer your questions in person.',
      'May I tell you more in an interview?',
      'I would like to meet you and hear what matters most to you in this post.',
      'Please let me know if you would like to meet; I would be glad to come by.',
    ],
    thank: [
      'Thank you for reading, and I look forward to hearing from you.',
      'Thank you for your time.',
      'Thank you for considering my application.',
      'I look forward to your reply, and thank you for reading this far.',
      'Many thanks for your time and attention.',
      'Thank you, and I hope to hear from you soon.',
    ],
  },
  warm: {
    ask: [
      'I would love to meet you and the team and to hear about your work.',
      'It would be a pleasure to meet with you and to talk about what you need.',
      'I would love to talk with you about the role and to hear what matters most to you in it.',
      'If you would like to meet, nothing would please me more.',
      'I would be so glad to meet you and to talk this through.',
    ],
    thank: [
      'Thank you so much for reading, and I look forward to hearing from you.',
      'Thank you for your time and interest.',
      'Thank you for your time; I look forward to your reply.',
      'Many thanks for reading, and I hope we speak soon.',
    ],
  },
  formal: {
    ask: [
      'I would welcome the opportunity to discuss my application with you in an interview.',
      'I would be pleased to discuss the position with you at a time that suits you.',
      'I would be grateful for the opportunity to discuss the position in an interview.',
      'Should you wish to discuss my application, I would be glad to meet at your convenience.',
      'I would be happy to attend an interview at your convenience.',
    ],
    thank: [
      'Thank you for your consideration; I look forward to your reply.',
      'Thank you for considering my application, and I look forward to hearing from you.',
      'Thank you for your time and consideration.',
      'I thank you for your consideration and look forward to hearing from you.',
    ],
  },
};
