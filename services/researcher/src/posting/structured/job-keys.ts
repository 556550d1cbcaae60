/** Member names of job data, squeezed: `jobTitle`, `job_title` and `JobTitle` are one. Each list is in order of preference. */
export const TITLE_KEYS =
  'jobtitle jobpostingtitle postingtitle positiontitle vacancytitle externaltitle publictitle displaytitle offertitle title positionname jobname postingname vacancyname name text jobadtitle position role headline'.split(
    ' ',
  );
export const TEXT_KEYS =
  'jobdescriptionhtml descriptionhtml htmldescription jobdescription jobpostingdescription positiondescription fulldescription externaldescription externaldescriptionstr vacancydescription roledescription shortdescriptionstr description descriptionbody content contenthtml body bodyhtml jobad jobadtext sections lists jobdescriptions opening descriptionbodyplain descriptionplain descriptiontext jobdescriptiontext responsibilities externalresponsibilitiesstr jobresponsibilities tasks duties whatyoudo requirements externalqualificationsstr jobrequirements qualifications skillsrequired profile whatyoubring benefits whatweoffer perks additional additionalplain additionalinformation companydescription closing intro'.split(
    ' ',
  );
export const COMPANY_KEYS =
  'companyname employername organizationname organisationname hiringcompanyname hiringorganization company employer organization organisation companyinfo accountname account customer client tenant brand board jobboard department_company businessname'.split(
    ' ',
  );
export const PLACE_KEYS =
  'joblocation joblocations alllocations locationname locationsname locations location worklocations worklocation primarylocation primarylocationname officelocation offices office locationstext fulllocation locationtext workplace cities city jobcity address officename locationlabel'.split(
    ' ',
  );
export const EMPLOYMENT_KEYS =
  'employmenttype employmenttypes typeofemployment employmentstatus employmenttypelabel jobtype jobtypes contracttype contracttypes commitment timetype worktype positiontype workschedule schedule jobschedule employment employmenttypecode type'.split(
    ' ',
  );
export const REMOTE_KEYS = 'workplacetype workplace remotestatus remote isremote remoteworkstatus remotework telecommuting telecommute worklocationtype locationtype joblocationtype workmodel workarrangement workfromhome onsiteremote hybrid remotepolicy'.split(' '); // prettier-ignore
export const SALARY_KEYS =
  'basesalary salaryrange salary compensationtiersummary compensation payrange payranges payinputranges payrangedetails salarydescription salarytext annualsalary wage pay remuneration salaryinfo'.split(
    ' ',
  );
/** Members that only jobs have. */
const STRONG = new Set([
  ...EMPLOYMENT_KEYS.filter((key) => !/^(?:type|schedule)$/.test(key)),
  ...REMOTE_KEYS.filter((key) => !/^(?:hybrid|remote|workplace|locationtype)$/.test(key)),
  ...SALARY_KEYS.filter((key) => !/^(?:pay|wage|compensation)$/.test(key)),
  ...'requisitionid reqid jobreqid jobid jobpostid jobpostingid applyurl applicationurl applylink applyurls hostedurl joburl dateposted validthrough experiencelevel seniority senioritylevel jobcategory jobfunction recruiter hiringmanager hiringorganization jobtitle jobdescription jobpostingtitle positiontitle vacancytitle educationrequirements requirements qualifications responsibilities numberofopenings descriptionplain jobad applicationdeadline joblocation internaljobid vacancyid positionid offerid'.split(
    ' ',
  ),
]);
/** Members that jobs share with articles, events and products. */
const WEAK = new Set([
  ...PLACE_KEYS,
  ...'type schedule remote hybrid workplace locationtype pay wage compensation department departments departmentname team teamname teams refnumber reference referencenumber externalid absoluteurl datepublished publishedat postedat postingdate postedon posteddate firstpublished closingdate expirydate function category categories benefits company companyname'.split(
    ' ',
  ),
]);

export const squeezeKey = (key: string): string => key.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();

export interface Evidence {
  strong: number;
  all: number;
}

/** How much of an object speaks for a job. */
export function weighEvidence(squeezedKeys: Iterable<string>): Evidence {
  const keys = [...squeezedKeys];
  const strong = keys.filter((key) => STRONG.has(key)).length;
  return { strong, all: strong + keys.filter((key) => WEAK.has(key) && !STRONG.has(key)).length };
}
