import { NestFactory } from '@nestjs/core';
import { JobRecipe, NestLogger, runService, ServerModule, WorkerModule, type Run } from '@coverwright/server';
import { letter } from './plan.ts';

const modelMs = Number(process.env.BENCH_MODEL_MS ?? 0);

/** The product's writer with a model that answers at once, or after a time that is asked for: everything around the letter is real. */
class InstantRecipe extends JobRecipe {
  override run = async (run: Run): Promise<void> => {
    if (modelMs > 0) await new Promise((resolve) => setTimeout(resolve, modelMs));
    await run.finishWithDocument(
      {
        application_id: run.job.application_id,
        document_type: 'cover_letter',
        content: letter,
        provenance: [],
        checks: [],
        inputs: { resume_sha256: null, note_ids: [], job_sha256: null, model: null, prompt_sha256: null, options: {} },
        generator: 'offline',
        parent_version: null,
        feedback: null,
        job_id: run.job.id,
      },
      0,
    );
  };
}

await runService('writer', async (settings, logger) =>
  NestFactory.createApplicationContext(
    { module: class WriterModule {}, imports: [ServerModule.with(settings, logger), WorkerModule.of('write', InstantRecipe)] },
    { logger: new NestLogger(logger) },
  ),
);
