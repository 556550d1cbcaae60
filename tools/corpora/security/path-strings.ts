/** How a step up may be written so that one reader sees it and another does not. */
const ups = [
  '../',
  '..\\',
  '..%2f',
  '..%5c',
  '%2e%2e/',
  '%2e%2e%2f',
  '.%2e/',
  '%252e%252e%252f',
  '..%252f',
  '..%c0%af',
  '%c0%ae%c0%ae/',
  '..%ef%bc%8f',
  '....//',
  '....\\\\',
  '..;/',
  '../.',
  '.././',
  '..//',
  '..\u2215',
  '\u2025/',
  '.\u0000./',
  '..%00/',
];
const targets = [
  'secret.md',
  'etc/passwd',
  'data/coverwright.sqlite',
  'windows\\win.ini',
  'proc/self/environ',
  'content/resume/base_resume.md',
  'package.json',
];
const depths = [1, 2, 3, 4, 6, 8, 12];
const ends = ['', '%00', '%00.md', '?', '#', '.md'];
const whole = [
  '/etc/passwd',
  'file:///etc/passwd',
  '\\\\host\\share\\x',
  'C:\\windows\\win.ini',
  '//etc/passwd',
  '~/.ssh/id_rsa',
  '.',
  '..',
  '...',
  '/',
  '\\',
  'CON',
  'NUL.md',
  'a:b',
  'x\n../y',
  `${'a/'.repeat(300)}b`,
  'x'.repeat(4000),
  '.git/config',
  '.env',
  '%',
  '%2',
  '%zz',
];

/** Ways out of a folder: every spelling of a step up, so often, to each target, with each ending. */
export const pathStrings = (): string[] => {
  const climbs = ups.flatMap((up) =>
    depths.flatMap((depth) => targets.map((target, at) => `${up.repeat(depth)}${target}${ends[(at + depth) % ends.length]}`)),
  );
  const rooted = ups.flatMap((up) =>
    targets.flatMap((target, at) => [
      `/${up.repeat(4)}${target}`,
      `base_resume.md/${up.repeat(3)}${target}${ends[at % ends.length]}`,
      `${up}${up}applications/x/${up.repeat(5)}${target}`,
      `cover_letters/${up.repeat(6)}coverwright-was-here-${at}.md`,
    ]),
  );
  const twice = ups.flatMap((up) => ups.slice(0, 12).flatMap((other) => [3, 5].map((depth) => `${(up + other).repeat(depth)}secret.md`)));
  return [...new Set([...climbs, ...rooted, ...twice, ...whole])];
};
