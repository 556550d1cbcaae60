/** What a member of job data says. */
export type JobMember = 'title' | 'text' | 'company' | 'place' | 'employment' | 'remote' | 'salary';

interface KeyRule {
  /** Squeezed names in order of preference, then whatever else fits. */
  preferred: string[];
  pattern: RegExp;
}

const list = (names: string): string[] => names.split(' ');

/** Names as systems spell them, squeezed: `jobTitle`, `job_title` and `JobTitle` are one. */
const RULES: Record<JobMember, KeyRule> = {
  title: {
    preferred: list(
      'jobtitle postingtitle jobpostingtitle positiontitle externaltitle publictitle title name positionname jobname text headline',
    ),
    pattern: /^(?:job|position|posting|vacancy|offer|role|opening|requisition|jobad|display)(?:ad|post|posting)?(?:title|name)$/,
  },
  text: {
    preferred: [],
    pattern:
      /descri(?:ption|ptif)|^(?:content|body|jobad|sections|lists|opening|intro|introduction|closing|additional)(?:html|text|plain)?$|responsibilit|requirement|qualification|^(?:job)?(?:benefits|tasks|duties|profile|perks|offer|summary)(?:html|text)?$|additionalinformation|jobadtext|whatyou|whatwe/,
  },
  company: {
    preferred: list(
      'companyname hiringorganization employername organizationname company employer organization brandname brand account customer client tenant board',
    ),
    pattern: /^(?:hiring|legal|job)?(?:company|employer|organi[sz]ation)(?:name|info|title|details)?$/,
  },
  place: {
    preferred: list(
      'joblocation joblocations alllocations locationname locationsname locations location worklocations primarylocation city offices office',
    ),
    pattern:
      /^(?!re).*(?<!type)locations?(?:name|names|text|label|string|str|display|full)?$|^(?:job|office|work)?(?:city|cities|address|offices?)(?:name)?$|citystate/,
  },
  employment: {
    preferred: list(
      'employmenttype employmenttypes typeofemployment employmentstatus jobtype contracttype commitment timetype worktype type schedule',
    ),
    pattern:
      /(?:employment|contract|job|work|position|time|engagement)(?:type|types|status|kind)(?:name|label|code|text)?$|^(?:job|work)schedule$|^employment$/,
  },
  remote: {
    preferred: list('workplacetype remotestatus isremote remote hybrid workplace'),
    pattern:
      /^(?:is)?(?:fully)?remote|workplacetype|telecommut|locationtype$|work(?:ing|place|location)?(?:model|arrangement|mode|setup|option|setting)|workfromhome|homeoffice/,
  },
  salary: {
    preferred: list('basesalary salaryrange salary compensationtiersummary payinputranges compensation pay'),
    pattern: /salary|^compensation|^pay(?:ranges?|rangedetails|rate|inputranges)?$|remuneration/,
  },
};
/** Further members that only jobs have. */
const STRONG =
  /^(?:requisition(?:id|number)?|reqid|jobreqid|(?:job|jobpost|jobposting|vacancy|position|internaljob|offer)id|appl(?:y|ication)(?:url|link|urls|deadline)|hostedurl|joburl|dateposted|validthrough|experiencelevel|seniority(?:level)?|job(?:category|function|family|description|ad)|recruiter|hiringmanager|educationrequirements|requirements|qualifications|responsibilities|numberofopenings)$/;
/** Members that jobs share with articles, events and products. */
const WEAK =
  /^(?:departments?|departmentname|teams?|teamname|refnumber|reference(?:number)?|externalid|absoluteurl|publicurl|datepublished|publishedat|posted(?:at|on|date)|postingdate|firstpublished|closingdate|expirydate|function|category|categories|benefits|shortcode)$/;
/** Names that a pattern above knows and that other data uses as well. */
const COMMON = new Set(
  list(
    'type schedule remote hybrid workplace locationtype pay compensation location locations city cities address office offices company name title text brand board account customer client',
  ),
);

/** The members that say this of a job, likeliest first. */
export function membersOf(members: ReadonlyMap<string, unknown>, what: JobMember): [string, unknown][] {
  const { preferred, pattern } = RULES[what];
  const first = preferred.filter((key) => members.has(key)).map((key): [string, unknown] => [key, members.get(key)]);
  return [...first, ...[...members].filter(([key]) => pattern.test(key) && !preferred.includes(key))];
}

export interface Evidence {
  strong: number;
  all: number;
}

const TELLING: JobMember[] = ['place', 'employment', 'remote', 'salary', 'company'];

/** How much of an object speaks for a job. */
export function weighEvidence(members: ReadonlyMap<string, unknown>): Evidence {
  let strong = 0;
  let weak = 0;
  for (const key of members.keys()) {
    const told = TELLING.some((what) => RULES[what].preferred.includes(key) || RULES[what].pattern.test(key));
    const isTitle = key !== 'title' && RULES.title.pattern.test(key);
    if (STRONG.test(key) || isTitle || (told && !COMMON.has(key) && !RULES.place.pattern.test(key))) strong += 1;
    else if (WEAK.test(key) || told) weak += 1;
  }
  return { strong, all: strong + weak };
}
