import { pino, type DestinationStream, type Logger } from 'pino';
import { PinoPretty } from 'pino-pretty';
import { describeError } from './describe-error.ts';
import { redactText } from './redact-text.ts';

export type { Logger };

/**
 * Logs carry ids, never what a person wrote: whatever is logged goes through here. Lines go to `destination`, stdout by default: JSON, or
 * readable when `format` is `pretty`.
 */
export function createLogger(
  service: string,
  options: { level: string; format: 'pretty' | 'json' },
  destination?: DestinationStream,
): Logger {
  const base = {
    level: options.level,
    base: { service },
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { log: redactFields },
    // Pino's own would look into what was described already.
    serializers: { err: (described: unknown) => described },
    hooks: {
      logMethod(this: Logger, parts: unknown[], log: (...parts: never[]) => void) {
        log.apply(this, parts.map((part) => (typeof part === 'string' ? redactText(part) : part)) as never[]);
      },
    },
  };
  if (options.format === 'json') return pino(base, destination ?? pino.destination(1));
  return pino(
    base,
    PinoPretty({
      sync: true,
      ignore: 'pid,hostname,service',
      translateTime: 'SYS:HH:MM:ss',
      colorize: process.stdout.isTTY || process.env['FORCE_COLOR'] !== undefined,
      ...(destination === undefined ? {} : { destination }),
    }),
  );
}

function redactFields(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => {
      if (value instanceof Error) return [name, describeError(value)];
      return [name, typeof value === 'string' ? redactText(value) : value];
    }),
  );
}
