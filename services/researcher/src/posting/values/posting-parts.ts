import type { Block } from '../../extract/collect-blocks.ts';

/** What one source says of a posting. Null and empty where it says nothing. */
export interface PostingParts {
  job_title: string | null;
  company_name: string | null;
  company_url: string | null;
  location: string | null;
  remote: string | null;
  employment_type: string | null;
  salary: string | null;
  /** The description as paragraphs. */
  blocks: Block[];
}

export const noParts: PostingParts = {
  job_title: null,
  company_name: null,
  company_url: null,
  location: null,
  remote: null,
  employment_type: null,
  salary: null,
  blocks: [],
};

/** Below this a description is a teaser: another source's text is taken when it is longer. */
const TEASER = 200;

/** The first source that says something of a part decides it. */
export function mergeParts(sources: readonly PostingParts[]): PostingParts {
  const first = <K extends Exclude<keyof PostingParts, 'blocks'>>(key: K) => sources.find((parts) => parts[key] !== null)?.[key] ?? null;
  const texts = sources.map((parts) => parts.blocks).filter((blocks) => blocks.length > 0);
  const longest = [...texts].sort((a, b) => lengthOf(b) - lengthOf(a))[0];
  return {
    job_title: first('job_title'),
    company_name: first('company_name'),
    company_url: first('company_url'),
    location: first('location'),
    remote: first('remote'),
    employment_type: first('employment_type'),
    salary: first('salary'),
    blocks: texts.find((blocks) => lengthOf(blocks) >= TEASER) ?? longest ?? [],
  };
}

export function lengthOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => sum + block.text.length, 0);
}
