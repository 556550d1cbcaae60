import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { findFreePort } from './check-port.ts';
import { allGone, findProcesses, type RunningProcess } from './testing/find-processes.ts';
import { nodeArgs, startFakes, type FakeLauncher } from './testing/start-fakes.ts';

jest.setTimeout(60_000);

const open: FakeLauncher[] = [];
const start = async (...args: Parameters<typeof startFakes>) => {
  const launcher = await startFakes(...args);
  open.push(launcher);
  return launcher;
};
const startReady = async (...args: Parameters<typeof startFakes>) => {
  const launcher = await start(...args);
  await launcher.saw(/Coverwright is ready: http:\/\/127\.0\.0\.1:\d+/);
  return launcher;
};
const pidOf = (launcher: FakeLauncher) => launcher.child.pid ?? 0;
const pick = (processes: RunningProcess[], name: string) => processes.find((entry) => entry.name === name)?.pid ?? 0;

afterEach(async () => {
  for (const launcher of open.splice(0)) {
    if (launcher.child.exitCode === null && launcher.child.signalCode === null) launcher.child.kill('SIGTERM');
    await launcher.exited;
    await rm(launcher.folder, { recursive: true, force: true });
  }
});

describe('the launcher', () => {
  it('runs each service and a Redis as processes of their own', async () => {
    const launcher = await startReady();
    const names = (await findProcesses(pidOf(launcher))).map(({ name }) => name).sort();
    expect(names).toEqual(['coverwright-gateway', 'coverwright-researcher', 'coverwright-writer', 'guardian', 'redis']);
    expect(launcher.text()).toMatch(/^gateway {4}│ fake gateway runs as \d+$/m);
  });

  it('stops everything and exits 0 on SIGTERM', async () => {
    const launcher = await startReady();
    const processes = await findProcesses(pidOf(launcher));
    launcher.child.kill('SIGTERM');
    expect(await launcher.exited).toBe(0);
    await allGone(processes, 2000);
  });

  it('stops everything when the npm that runs it gets the signal', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'launcher-npm-'));
    const script = `exec '${process.execPath}' ${nodeArgs.map((arg) => `'${arg}'`).join(' ')}`;
    await writeFile(join(folder, 'package.json'), JSON.stringify({ name: 'x', scripts: { start: script } }));
    const launcher = await startReady({}, 'npm', ['start'], folder);
    const [, pid] = await launcher.saw(/writer runs as (\d+)/);
    launcher.child.kill('SIGTERM');
    expect(await launcher.exited).toBe(0);
    await allGone([{ pid: Number(pid), name: 'service' }], 2000);
    await rm(folder, { recursive: true });
  });

  it('leaves nothing running when it is killed', async () => {
    const launcher = await startReady({ FAKE_STUBBORN: 'writer' });
    const processes = await findProcesses(pidOf(launcher));
    expect(processes).toHaveLength(5);
    launcher.child.kill('SIGKILL');
    await allGone(processes, 12_000);
  });

  it('brings back a killed service and says which one and why', async () => {
    const launcher = await startReady();
    const before = pick(await findProcesses(pidOf(launcher)), 'coverwright-writer');
    process.kill(before, 'SIGKILL');
    await launcher.saw(/writer ended with signal SIGKILL; it is started again/);
    await launcher.saw(/writer is back/);
    expect(pick(await findProcesses(pidOf(launcher)), 'coverwright-writer')).not.toBe(before);
  });

  it('brings back a killed Redis', async () => {
    const launcher = await startReady();
    process.kill(pick(await findProcesses(pidOf(launcher)), 'redis'), 'SIGKILL');
    await launcher.saw(/Redis is back/);
    expect(pick(await findProcesses(pidOf(launcher)), 'redis')).not.toBe(0);
  });

  it('keeps its guard when that is killed', async () => {
    const launcher = await startReady();
    const processes = await findProcesses(pidOf(launcher));
    process.kill(pick(processes, 'guardian'), 'SIGKILL');
    await allGone(
      processes.filter(({ name }) => name === 'guardian'),
      2000,
    );
    launcher.child.kill('SIGKILL');
    await allGone(processes, 12_000);
  });

  it('gives up and ends everything when a service never becomes ready', async () => {
    const launcher = await start({ FAKE_BROKEN: 'researcher' });
    expect(await launcher.exited).toBe(1);
    expect(launcher.text()).toMatch(/researcher ended 5 times before it was ready, the last time with exit code 3/);
  });

  it('shows what the migrations say and starts nothing when they fail', async () => {
    const launcher = await start({ FAKE_MIGRATION_FAILS: '1' });
    expect(await launcher.exited).toBe(1);
    expect(launcher.text()).toContain('The database is from a newer version.\nNothing was started.');
  });

  it('names a port that is taken and what to do', async () => {
    const holder = createServer();
    const port = await findFreePort();
    await new Promise<void>((resolve) => holder.listen(port, '127.0.0.1', () => resolve()));
    const launcher = await start({ PORT: String(port) });
    expect(await launcher.exited).toBe(1);
    expect(launcher.text()).toContain(`Port ${port} is already in use`);
    expect(launcher.text()).toContain(`PORT=${port + 1} npm start`);
    await new Promise((resolve) => holder.close(resolve));
  });

  it('refuses a second launcher on the same data folder', async () => {
    const first = await startReady();
    const second = await start({ DATA_DIR: first.env.DATA_DIR });
    expect(await second.exited).toBe(1);
    expect(second.text()).toContain(`Another Coverwright (process ${pidOf(first)}) already works with the data folder`);
  });

  it('starts again at once on the folder and port of a launcher that was killed', async () => {
    const first = await startReady();
    first.child.kill('SIGKILL');
    const { DATA_DIR, CONTENT_DIR, PORT } = first.env;
    await startReady({ DATA_DIR, CONTENT_DIR, PORT });
  });

  it.each(['DATA_DIR', 'CONTENT_DIR'])('names the folder of %s when it cannot be written', async (variable) => {
    const folder = await mkdtemp(join(tmpdir(), 'launcher-file-'));
    // Root may write anywhere, so the folder's place is taken by a file.
    await writeFile(join(folder, 'taken'), '');
    const launcher = await start({ [variable]: join(folder, 'taken') });
    expect(await launcher.exited).toBe(1);
    expect(launcher.text()).toMatch(new RegExp(`The folder .*taken \\(${variable}\\) cannot be written: (EEXIST|ENOTDIR)`));
    await rm(folder, { recursive: true });
  });

  it.each(['DATA_DIR', 'CONTENT_DIR'])('gives up on a place for %s where no folder can be made', async (variable) => {
    const launcher = await start({ [variable]: '/proc/coverwright/deep' });
    expect(await launcher.exited).toBe(1);
    expect(launcher.text()).toMatch(new RegExp(`The folder /proc/coverwright/deep \\(${variable}\\) cannot be written: E[A-Z]+`));
  });

  it('says what to install or set when the machine has no Redis to offer', async () => {
    const bin = await mkdtemp(join(tmpdir(), 'launcher-bin-'));
    await mkdir(bin, { recursive: true });
    await writeFile(join(bin, 'sh'), '#!/bin/sh\nexec /bin/sh "$@"\n');
    await chmod(join(bin, 'sh'), 0o755);
    const launcher = await start({ PATH: bin });
    expect(await launcher.exited).toBe(1);
    expect(launcher.text()).toMatch(/No Redis was found[\s\S]*set REDIS_URL/);
    await rm(bin, { recursive: true });
  });
});
