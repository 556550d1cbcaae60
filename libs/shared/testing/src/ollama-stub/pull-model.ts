import type { ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { type Engine, watchCaller } from './generate.ts';
import { modelName, type Fields } from './read-generation.ts';
import { untilAborted } from './send-answer.ts';
import type { RecordedRequest } from './stub-types.ts';

const STEPS = 5;
const SIZE = 2_019_377_376;
const DIGEST = `sha256:${'0123456789abcdef'.repeat(4)}`;

/** What a name makes of its pull, in the server's words: the part before the colon, whatever follows it. */
const FAILURES: Record<string, string> = {
  unknown: 'pull model manifest: file does not exist',
  'disk-full': 'write /root/.ollama/models/blobs/sha256-0123-partial: no space left on device',
  offline:
    'pull model manifest: Get "https://registry.ollama.ai/v2/library/offline/manifests/latest": dial tcp: lookup registry.ollama.ai: no such host',
};

interface PullLine {
  status?: string;
  digest?: string;
  total?: number;
  completed?: number;
  error?: string;
}

/** Pulls a model that nobody has to download. What was sent of it is kept: the next pull goes on from there. `endless` stands still in the middle; `unknown`, `disk-full` and `offline` fail as their names say. */
export async function pullModel(engine: Engine, fields: Fields, record: RecordedRequest, res: ServerResponse): Promise<void> {
  const name = modelName(fields);
  const family = name.split(':')[0] ?? name;
  const error = FAILURES[family];
  if (fields['stream'] === false) {
    if (!error) engine.models.add(name);
    res.writeHead(error ? 500 : 200, { 'content-type': 'application/json' });
    return void res.end(JSON.stringify(error ? { error } : { status: 'success' }));
  }
  const signal = watchCaller(engine.log, record, res);
  engine.log.enter(record, 'pulling');
  res.writeHead(200, { 'content-type': 'application/x-ndjson' });
  const had = engine.models.partOf(name);
  for (const line of linesOf(family, error)) {
    if ((line.completed ?? Infinity) < had) continue;
    if (engine.pullStepMs > 0) await delay(engine.pullStepMs, undefined, { signal });
    res.write(`${JSON.stringify(line)}\n`);
    if (line.completed !== undefined) engine.models.keepPart(name, line.completed);
    if (family === 'endless' && line.completed) await untilAborted(signal);
  }
  if (!error) engine.models.add(name);
  res.end();
  engine.log.enter(record, 'done');
}

function linesOf(family: string, error: string | undefined): PullLine[] {
  const parts = Array.from({ length: STEPS }, (_, step) => ({
    status: `pulling ${DIGEST.slice(7, 19)}`,
    digest: DIGEST,
    total: SIZE,
    completed: Math.round((SIZE * (step + 1)) / STEPS),
  }));
  if (error) return [{ status: 'pulling manifest' }, ...(family === 'disk-full' ? parts.slice(0, 2) : []), { error }];
  return [
    { status: 'pulling manifest' },
    ...parts,
    { status: 'verifying sha256 digest' },
    { status: 'writing manifest' },
    { status: 'success' },
  ];
}
