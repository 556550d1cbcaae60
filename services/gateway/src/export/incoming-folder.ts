import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { LOGGER, SETTINGS, type Logger, type Settings } from '@coverwright/server';
import { Rounds } from '../rounds.ts';

const everyMs = 30_000;
/** Nobody has said for so long that they are still there. */
const leftAfterMs = 5 * 60_000;

/**
 * Where uploads lie until they are taken or refused, on the disk of the letters. Every gateway has a folder of its own there and touches it
 * while it lives; what an ended one has left is removed by those that live.
 */
@Injectable()
export class IncomingFolder implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly path: string;
  private readonly all: string;
  private readonly rounds = new Rounds(
    () => this.tidy(),
    (error) => this.logger.debug({ err: error }, 'the folder of uploads will be tidied later'),
  );

  constructor(
    @Inject(SETTINGS) { contentDir }: Settings,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    this.all = join(contentDir, '.coverwright-incoming');
    this.path = join(this.all, randomUUID());
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.rounds.start(everyMs);
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.rounds.end();
    await rm(this.path, { recursive: true, force: true });
  }

  async tidy(now = Date.now()): Promise<void> {
    await mkdir(this.path, { recursive: true, mode: 0o700 });
    await utimes(this.path, now / 1000, now / 1000);
    for (const name of await readdir(this.all)) {
      const path = join(this.all, name);
      const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: now }));
      if (now - mtimeMs > leftAfterMs) await rm(path, { recursive: true, force: true });
    }
  }
}
