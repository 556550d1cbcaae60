import { existsSync, readFileSync } from 'node:fs';
import fsPromises from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';

/** Where no small disk can be mounted: writes below `content` fail with the code in the file `trouble`, as long as that is there. */
export function fakeDiskTrouble(content: string, trouble: string): void {
  const refuse = (path: unknown) => {
    if (typeof path !== 'string' || !path.startsWith(content) || !existsSync(trouble)) return;
    const code = readFileSync(trouble, 'utf8');
    throw Object.assign(new Error(`${code}: faked by the fault harness, '${path}'`), { code });
  };
  const { open } = fsPromises;
  fsPromises.open = async (path, flags, mode) => {
    if (flags !== undefined && flags !== 'r') refuse(path);
    return open(path, flags, mode);
  };
  for (const name of ['writeFile', 'mkdir', 'link', 'rename'] as const) {
    const real = fsPromises[name] as (...args: unknown[]) => Promise<unknown>;
    const refusing = async (...args: unknown[]) => {
      args.slice(0, 2).forEach(refuse);
      return real(...args);
    };
    Object.assign(fsPromises, { [name]: refusing });
  }
  syncBuiltinESMExports();
}
