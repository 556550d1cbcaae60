// Prints the path of a Node that can run the product. Plain JavaScript, because it must run on Node 18 and newer.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const remembered = join(root, '.cache', 'node-path');
const wanted = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).engines.node.replace(/^>=/, '');
const fallback = '24';

const isNewEnough = (version) => {
  const [major, minor = 0] = version.split('.').map(Number);
  const [wantedMajor, wantedMinor = 0] = wanted.split('.').map(Number);
  return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
};

const readRemembered = () => {
  if (!existsSync(remembered)) return null;
  const path = readFileSync(remembered, 'utf8').trim();
  return existsSync(path) ? path : null;
};

const fetchNode = () => {
  console.error(
    `Node ${process.versions.node} is too old (${wanted} or newer is needed); using Node ${fallback} from the npm package "node".`,
  );
  // The package places its binary in an install script, which this repository's .npmrc would switch off; hence the folder and the flag.
  const found = spawnSync('npx', ['--yes', '--ignore-scripts=false', `node@${fallback}`, '-p', 'process.execPath'], {
    cwd: tmpdir(),
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const path = (found.stdout ?? '').trim();
  if (found.status === 0 && existsSync(path)) return path;
  const said = (found.stderr || String(found.error ?? 'npx printed no path')).split('\n').filter((line) => /\S/.test(line));
  console.error(
    `Node ${fallback} could not be fetched: ${said.slice(0, 3).join(' ').replaceAll('npm error ', '')}\n` +
      `Nothing was started. Check that the npm registry can be reached (npm ping), or install Node ${wanted} or newer (https://nodejs.org), then run the command again.`,
  );
  process.exit(1);
};

const choose = () => {
  if (isNewEnough(process.versions.node)) return process.execPath;
  const known = readRemembered();
  if (known) return known;
  const path = fetchNode();
  mkdirSync(dirname(remembered), { recursive: true });
  writeFileSync(remembered, path);
  return path;
};

process.stdout.write(choose());
