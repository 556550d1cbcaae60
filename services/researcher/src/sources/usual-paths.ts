/** Where sites keep such pages when neither links nor a sitemap tell: the likeliest spelling of each subject, then others. */
const USUAL: { path: string; subject: string }[] = [
  { path: '/about', subject: 'about' },
  { path: '/careers', subject: 'careers' },
  { path: '/about-us', subject: 'about' },
  { path: '/news', subject: 'news' },
  { path: '/company', subject: 'about' },
  { path: '/jobs', subject: 'careers' },
];

/** Paths to try on a site for subjects that nothing was read about. */
export function listUsualPaths(covered: readonly string[]): { path: string; subject: string }[] {
  return USUAL.filter(({ subject }) => !covered.includes(subject));
}
