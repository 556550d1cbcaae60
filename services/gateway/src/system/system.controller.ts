import { statfs } from 'node:fs/promises';
import { Body, Controller, Get, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { modelPullSchema, pullModelSchema, systemSchema, type ModelPull, type PullModel, type System } from '@coverwright/contracts';
import { ContentFolder, Database, JobQueue, listMigrations } from '@coverwright/server';
import { EngineProbe } from './engine-probe.ts';
import { ModelPulls } from './model-pulls.ts';
import { Parts } from './parts.ts';

@ApiTags('system')
@Controller('system')
export class SystemController {
  constructor(
    @Inject(Parts) private readonly parts: Parts,
    @Inject(EngineProbe) private readonly engine: EngineProbe,
    @Inject(ModelPulls) private readonly pulls: ModelPulls,
    @Inject(Database) private readonly database: Database,
    @Inject(JobQueue) private readonly queue: JobQueue,
    @Inject(ContentFolder) private readonly content: ContentFolder,
  ) {}

  @Get()
  @ApiResponse({ status: 200, standardSchema: systemSchema })
  async read(): Promise<System> {
    const [engine, database, queue, storage] = await Promise.all([
      this.engine.look(),
      this.parts.database(),
      this.parts.queue(),
      this.parts.storage(),
    ]);
    return {
      engine,
      pulls: this.pulls.list(),
      queue: { ...queue, queues: queue.ok ? await this.queue.counts() : [] },
      database: { ...database, type: this.database.type, migrations: database.ok ? await listMigrations(this.database) : [] },
      storage: { ...storage, content_dir: this.content.root, free_bytes: storage.ok ? await freeBytes(this.content.root) : null },
      resume: { present: (await this.content.readResume()) !== null },
      versions: { node: process.versions.node, sqlite: await this.sqliteVersion() },
    };
  }

  @Post('models/pull')
  @HttpCode(202)
  @ApiResponse({ status: 202, standardSchema: modelPullSchema })
  pull(@Body({ schema: pullModelSchema }) { model }: PullModel): Promise<ModelPull> {
    return this.pulls.start(model);
  }

  @Post('models/pull/cancel')
  @HttpCode(202)
  @ApiResponse({ status: 202, standardSchema: modelPullSchema })
  cancelPull(@Body({ schema: pullModelSchema }) { model }: PullModel): Promise<ModelPull> {
    return this.pulls.cancel(model);
  }

  private async sqliteVersion(): Promise<string> {
    if (this.database.type !== 'sqlite') return 'none';
    const [row] = await this.database.read.query<{ version: string }[]>('SELECT sqlite_version() AS version');
    return row?.version ?? 'unknown';
  }
}

async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}
