import type { Topic } from './topic-words.ts';

/** What an applicant wants to know of an employer: what is looked for on every page, and what the topics of facts mean. */
export const QUESTIONS: Record<Topic, string> = {
  company: 'what the company does, for whom, since when',
  product: 'its products, services and technology',
  news: 'what is new: launches, partners, awards, funding',
  values: 'what it values, its culture and way of working',
  size: 'how large it is and where: people, offices, customers, revenue',
  role: 'what the role does, asks for and offers',
};

/** The questions as words to search for, with words that answers use. */
export const STANDING_QUERY = [
  ...Object.values(QUESTIONS),
  'founded mission customers platform software team engineers announced launched partnership award values believe culture sustainability',
  'employees offices headquarters countries based responsibilities experience skills build design develop',
].join(' ');
