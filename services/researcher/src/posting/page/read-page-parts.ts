import type { Block } from '../../extract/collect-blocks.ts';
import { chooseCompany } from './choose-company.ts';
import { choosePlace } from './choose-place.ts';
import { chooseSalary } from './choose-salary.ts';
import { chooseEmployment, chooseRemote } from './choose-terms.ts';
import type { PageModel } from './page-model.ts';
import type { PostingParts } from '../values/posting-parts.ts';

/** What the visible page and its head say of a posting. `blocks` is its description as the page shows it. */
export function readPageParts(model: PageModel, blocks: Block[]): PostingParts {
  const location = choosePlace(model);
  return {
    job_title: model.title?.text ?? null,
    company_name: chooseCompany(model),
    company_url: null,
    location,
    remote: chooseRemote(model, location),
    employment_type: chooseEmployment(model),
    salary: chooseSalary(model),
    blocks,
  };
}
