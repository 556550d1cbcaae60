import { homedir } from 'node:os';
import { resolve } from 'node:path';
import { z } from 'zod';
import type { LlmSettings } from '../llm/llm-settings.ts';
import { defaultKeyPrefix, withKeyPrefix } from '../queues/redis-address.ts';

/** Everything the product can be told from outside, typed and nested. Read once per process. */
export interface Settings {
  server: { host: string; port: number; allowedHosts: string[]; authToken: string | null };
  database: { url: string | null; dataDir: string };
  contentDir: string;
  /** With what the keys of this instance begin with there. */
  redisUrl: string;
  llm: LlmSettings & { parallel: number };
  research: { searxngUrl: string | null; allowPrivate: string[]; maxPages: number; concurrency: number };
  workers: { researchConcurrentJobs: number; writeConcurrentJobs: number };
  /** 0: for ever. */
  retention: { pageTextDays: number };
  log: { level: string; format: 'pretty' | 'json' };
  /** Where traces go, when anywhere: the address of a collector. */
  tracesEndpoint: string | null;
}

const loopbackHosts = ['127.0.0.1', 'localhost', '::1'];
const text = () => z.string().trim().min(1);
const whole = (fallback: number, min: number, max: number) =>
  z
    .string()
    .regex(/^\d+$/, { error: 'must be a whole number' })
    .transform(Number)
    .pipe(
      z
        .number()
        .min(min, { error: `must be at least ${min}` })
        .max(max, { error: `must be at most ${max}` }),
    )
    .default(fallback);
const commaList = () =>
  z
    .string()
    .default('')
    .transform((value) =>
      value
        .split(',')
        .map((entry) => entry.trim())
        .filter((entry) => entry !== ''),
    );
const address = (...protocols: string[]) =>
  text().refine((value) => URL.canParse(value) && protocols.includes(new URL(value).protocol), {
    error: `must be an address that starts with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`,
  });

const environmentSchema = z.object({
  HOST: text().default('127.0.0.1'),
  PORT: whole(3000, 0, 65535),
  ALLOWED_HOSTS: commaList(),
  AUTH: z.enum(['none'], { error: 'may only be "none"' }).optional(),
  AUTH_TOKEN: z.string().min(16, { error: 'must have at least 16 characters' }).optional(),
  DATA_DIR: text().default('./data'),
  CONTENT_DIR: text().default('./content'),
  DATABASE_URL: address('postgres:', 'postgresql:').optional(),
  REDIS_URL: address('redis:', 'rediss:', 'unix:').optional(),
  REDIS_KEY_PREFIX: z
    .string()
    .regex(/^[\w.-]{1,64}$/, { error: 'must be a word of at most 64 letters, digits, dots, dashes and underscores' })
    .default(defaultKeyPrefix),
  LLM_PROVIDER: z.enum(['auto', 'ollama', 'openai', 'offline'], { error: 'must be auto, ollama, openai or offline' }).default('auto'),
  OLLAMA_HOST: text().default('http://127.0.0.1:11434'),
  OPENAI_BASE_URL: address('http:', 'https:').optional(),
  OPENAI_API_KEY: text().optional(),
  LLM_MODEL: text().optional(),
  LLM_CHAT_MODEL: text().optional(),
  LLM_NUM_CTX: whole(8192, 2048, 1_000_000),
  LLM_PARALLEL: whole(1, 1, 64),
  SEARXNG_URL: address('http:', 'https:').optional(),
  RESEARCH_ALLOW_PRIVATE: commaList().refine((entries) => entries.every((entry) => /^\S+:\d{1,5}$/.test(entry)), {
    error: 'must be a comma-separated list of host:port',
  }),
  RESEARCH_MAX_PAGES: whole(8, 1, 50),
  RESEARCH_CONCURRENCY: whole(4, 1, 16),
  RESEARCH_CONCURRENT_JOBS: whole(4, 1, 100),
  WRITE_CONCURRENT_JOBS: whole(2, 1, 100),
  PAGE_TEXT_DAYS: whole(180, 0, 36_500),
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'silent'], { error: 'must be trace, debug, info, warn, error or silent' })
    .default('info'),
  LOG_FORMAT: z.enum(['pretty', 'json'], { error: 'must be pretty or json' }).optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: address('http:', 'https:').optional(),
});

/** One message that names every bad variable; values are never printed, they may be secrets. */
export class SettingsError extends Error {}

/** Relative folders are taken from `workingDirectory`. An empty variable counts as not set, as in a copied `.env.example`. */
export function readSettings(environment: NodeJS.ProcessEnv = process.env, workingDirectory = process.cwd()): Settings {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value.trim() !== ''));
  const parsed = environmentSchema.safeParse(given);
  if (!parsed.success) throw new SettingsError(describe(parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`)));
  const env = parsed.data;
  const path = (value: string) => resolve(workingDirectory, value.replace(/^~(?=\/|$)/, homedir()));
  if (!loopbackHosts.includes(env.HOST) && env.AUTH_TOKEN === undefined && env.AUTH !== 'none') {
    throw new SettingsError(
      describe([
        `HOST opens Coverwright to other machines, which needs AUTH_TOKEN (or AUTH=none, if something in front of it asks who comes in)`,
      ]),
    );
  }
  if (env.LLM_PROVIDER === 'openai' && env.OPENAI_BASE_URL === undefined) {
    throw new SettingsError(describe(['OPENAI_BASE_URL is needed when LLM_PROVIDER is openai']));
  }
  return {
    server: { host: env.HOST, port: env.PORT, allowedHosts: env.ALLOWED_HOSTS, authToken: env.AUTH_TOKEN ?? null },
    database: { url: env.DATABASE_URL ?? null, dataDir: path(env.DATA_DIR) },
    contentDir: path(env.CONTENT_DIR),
    redisUrl: withKeyPrefix(env.REDIS_URL ?? 'redis://127.0.0.1:6379', env.REDIS_KEY_PREFIX),
    llm: {
      provider: env.LLM_PROVIDER,
      ollamaHost: env.OLLAMA_HOST,
      openaiBaseUrl: env.OPENAI_BASE_URL ?? null,
      openaiApiKey: env.OPENAI_API_KEY ?? null,
      model: env.LLM_MODEL ?? null,
      chatModel: env.LLM_CHAT_MODEL ?? null,
      numCtx: env.LLM_NUM_CTX,
      parallel: env.LLM_PARALLEL,
    },
    research: {
      searxngUrl: env.SEARXNG_URL ?? null,
      allowPrivate: env.RESEARCH_ALLOW_PRIVATE,
      maxPages: env.RESEARCH_MAX_PAGES,
      concurrency: env.RESEARCH_CONCURRENCY,
    },
    workers: { researchConcurrentJobs: env.RESEARCH_CONCURRENT_JOBS, writeConcurrentJobs: env.WRITE_CONCURRENT_JOBS },
    retention: { pageTextDays: env.PAGE_TEXT_DAYS },
    log: { level: env.LOG_LEVEL, format: env.LOG_FORMAT ?? (process.stdout.isTTY ? 'pretty' : 'json') },
    tracesEndpoint: env.OTEL_EXPORTER_OTLP_ENDPOINT ?? null,
  };
}

function describe(problems: string[]): string {
  return `Coverwright cannot start with these settings:\n${problems.map((problem) => `  - ${problem}`).join('\n')}\nCorrect them in the environment or in .env; .env.example explains each one.`;
}
