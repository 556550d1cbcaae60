import { flushCompileCache } from 'node:module';
import type { INestApplicationContext } from '@nestjs/common';
import { Database } from '../database/database.ts';
import { DatabaseUnusable } from '../database/database-unusable.ts';
import { readSettings, SettingsError, type Settings } from '../config/settings.ts';
import { createLogger, type Logger } from '../logging/logger.ts';
import { startTracing } from '../telemetry/start-tracing.ts';
import { giveBackMemory } from './give-back-memory.ts';
import { prepareFolders } from './prepare-folders.ts';

/** Longer than a worker's grace time, shorter than the launcher's patience. */
const shutdownMs = 9000;

/**
 * The life of a service process: settings, start, `ready` to the launcher, and an orderly end on SIGTERM, SIGINT or when the launcher is
 * gone. Exit codes: 0 ended as asked, 1 could not start or could not end in time.
 */
export async function runService(
  name: 'gateway' | 'researcher' | 'writer',
  start: (settings: Settings, logger: Logger) => Promise<INestApplicationContext>,
): Promise<void> {
  process.title = `coverwright-${name}`;
  try {
    const settings = readSettings();
    await prepareFolders(settings);
    // Inside Nest the same would end in a stack trace.
    if (settings.database.url !== null) await (await Database.open(settings.database)).close();
    const logger = createLogger(name, settings.log);
    const endTracing = settings.tracesEndpoint === null ? null : await startTracing(name, settings.tracesEndpoint);
    const app = await start(settings, logger);
    endOrderly(app, logger, endTracing);
    process.send?.({ type: 'ready' });
    // Else it is written at an orderly end only, and a crash is what it is wanted after.
    flushCompileCache();
    giveBackMemory();
    logger.info(`${name} is ready`);
  } catch (error) {
    const isForPeople = error instanceof SettingsError || error instanceof DatabaseUnusable;
    process.stderr.write(isForPeople ? `${error.message}\n` : `${name} could not start: ${(error as Error).stack ?? String(error)}\n`);
    process.exit(1);
  }
}

function endOrderly(app: INestApplicationContext, logger: Logger, endTracing: (() => Promise<void>) | null): void {
  let ending = false;
  const end = (why: string) => {
    if (ending) return;
    ending = true;
    logger.info(`stopping (${why})`);
    setTimeout(() => process.exit(1), shutdownMs).unref();
    const close = async () => {
      await app.close();
      // A collector that is away must not turn an orderly end into a failed one.
      await endTracing?.().catch((error: unknown) => logger.warn({ err: error }, 'the last traces could not be sent'));
    };
    close().then(
      () => process.exit(0),
      (error: unknown) => {
        logger.error({ err: error }, 'could not stop in order');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', () => end('SIGTERM'));
  process.on('SIGINT', () => end('SIGINT'));
  process.on('disconnect', () => end('the launcher has gone'));
}
