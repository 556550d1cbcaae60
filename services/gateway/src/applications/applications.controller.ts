import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import {
  applicationListSchema,
  applicationSchema,
  applicationStatusListSchema,
  createApplicationSchema,
  importAnswerSchema,
  importRequestSchema,
  listApplicationsQuerySchema,
  patchApplicationSchema,
  type Application,
  type ApplicationStatusCount,
  type CreateApplication,
  type ImportAnswer,
  type ImportRequest,
  type ListApplicationsQuery,
  type ListedApplication,
  type ListOf,
  type PatchApplication,
} from '@coverwright/contracts';
import { ApplicationRepository, DocumentRepository } from '@coverwright/server';
import type { Response } from 'express';
import { DeleteApplication } from './delete-application.ts';
import { ImportApplication } from './import-application.ts';

@ApiTags('applications')
@Controller('applications')
export class ApplicationsController {
  constructor(
    @Inject(ApplicationRepository) private readonly applications: ApplicationRepository,
    @Inject(DocumentRepository) private readonly documents: DocumentRepository,
    @Inject(DeleteApplication) private readonly deletion: DeleteApplication,
    @Inject(ImportApplication) private readonly imports: ImportApplication,
  ) {}

  @Post()
  @ApiResponse({ status: 201, standardSchema: applicationSchema })
  create(@Body({ schema: createApplicationSchema }) fields: CreateApplication): Promise<Application> {
    return this.applications.create(fields);
  }

  @Post('import')
  @ApiResponse({ status: 201, standardSchema: importAnswerSchema })
  import(
    @Body({ schema: importRequestSchema }) { url }: ImportRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ImportAnswer> {
    return this.imports.import(url, whileConnected(response));
  }

  @Get()
  @ApiResponse({ status: 200, standardSchema: applicationListSchema })
  async list(@Query({ schema: listApplicationsQuerySchema }) query: ListApplicationsQuery): Promise<ListOf<ListedApplication>> {
    const page = await this.applications.list(query);
    const sent = await this.documents.findSent(page.items.map(({ id }) => id));
    return { ...page, items: page.items.map((item) => ({ ...item, sent: sent.get(item.id) ?? null })) };
  }

  /** Stands before `:id`, which would take the word for an id. */
  @Get('statuses')
  @ApiResponse({ status: 200, standardSchema: applicationStatusListSchema })
  async statuses(): Promise<ListOf<ApplicationStatusCount>> {
    return { items: await this.applications.countByStatus(), next_cursor: null };
  }

  @Get(':id')
  @ApiResponse({ status: 200, standardSchema: applicationSchema })
  read(@Param('id') id: string): Promise<Application> {
    return this.applications.get(id);
  }

  @Patch(':id')
  @ApiResponse({ status: 200, standardSchema: applicationSchema })
  change(@Param('id') id: string, @Body({ schema: patchApplicationSchema }) fields: PatchApplication): Promise<Application> {
    return this.applications.update(id, fields);
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiResponse({ status: 204, description: 'Deleted with all it owns' })
  remove(@Param('id') id: string): Promise<void> {
    return this.deletion.delete(id);
  }
}

/** Aborts when the client goes away before it has its answer. */
function whileConnected(response: Response): AbortSignal {
  const controller = new AbortController();
  response.on('close', () => {
    if (!response.writableFinished) controller.abort(new Error('The client went away.'));
  });
  return controller.signal;
}
