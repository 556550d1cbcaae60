import { Body, Controller, Get, Headers, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiHeader, ApiResponse, ApiTags } from '@nestjs/swagger';
import {
  apiPaths,
  listQuerySchema,
  orchestrateAnswerSchema,
  orchestrateSchema,
  orchestrationListSchema,
  orchestrationSchema,
  type ListOf,
  type ListQuery,
  type Orchestration,
  type OrchestrateAnswer,
  type OrchestrateRequest,
} from '@coverwright/contracts';
import { AppError } from '@coverwright/server';
import { Orchestrations } from './orchestrations.ts';

@ApiTags('orchestrations')
@Controller()
export class OrchestrationsController {
  constructor(@Inject(Orchestrations) private readonly orchestrations: Orchestrations) {}

  @Post('applications/:id/orchestrate')
  @HttpCode(202)
  @ApiHeader({ name: 'Idempotency-Key', required: false, description: 'The same key gives the same run.' })
  @ApiResponse({ status: 202, standardSchema: orchestrateAnswerSchema })
  async start(
    @Param('id') id: string,
    @Body({ schema: orchestrateSchema }) request: OrchestrateRequest,
    @Headers('idempotency-key') key: string | undefined,
  ): Promise<OrchestrateAnswer> {
    const job = await this.orchestrations.start(id, request, { idempotencyKey: readKey(key), origin: 'api' });
    return { job_id: job.id, status_url: apiPaths.orchestration(job.id), events_url: apiPaths.orchestrationEvents(job.id) };
  }

  @Get('applications/:id/orchestrations')
  @ApiResponse({ status: 200, standardSchema: orchestrationListSchema })
  history(@Param('id') id: string, @Query({ schema: listQuerySchema }) query: ListQuery): Promise<ListOf<Orchestration>> {
    return this.orchestrations.history(id, query);
  }

  @Get('orchestrations/:jobId')
  @ApiResponse({ status: 200, standardSchema: orchestrationSchema })
  read(@Param('jobId') jobId: string): Promise<Orchestration> {
    return this.orchestrations.describe(jobId);
  }

  @Post('orchestrations/:jobId/cancel')
  @HttpCode(202)
  @ApiResponse({ status: 202, standardSchema: orchestrationSchema })
  cancel(@Param('jobId') jobId: string): Promise<Orchestration> {
    return this.orchestrations.cancel(jobId);
  }

  @Post('orchestrations/:jobId/retry')
  @HttpCode(202)
  @ApiResponse({ status: 202, standardSchema: orchestrationSchema })
  retry(@Param('jobId') jobId: string): Promise<Orchestration> {
    return this.orchestrations.retry(jobId);
  }
}

function readKey(key: string | undefined): string | null {
  if (key === undefined || key === '') return null;
  if (key.length <= 255) return key;
  throw new AppError('VALIDATION_FAILED', 'The Idempotency-Key is longer than 255 characters.');
}
