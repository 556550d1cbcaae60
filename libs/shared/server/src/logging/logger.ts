import { pino, type Logger } from 'pino';
import { PinoPretty } from 'pino-pretty';

export type { Logger };

/** Logs carry ids, never what a person wrote. Lines go to stdout: JSON, or readable when `format` is `pretty`. */
export function createLogger(service: string, options: { level: string; format: 'pretty' | 'json' }): Logger {
  const base = { level: options.level, base: { service }, timestamp: () => `,"time":"${new Date().toISOString()}"` };
  if (options.format === 'json') return pino(base);
  return pino(
    base,
    PinoPretty({
      sync: true,
      ignore: 'pid,hostname,service',
      translateTime: 'SYS:HH:MM:ss',
      colorize: process.stdout.isTTY || process.env['FORCE_COLOR'] !== undefined,
    }),
  );
}
