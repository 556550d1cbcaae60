import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import {
  applicationListSchema,
  applicationSchema,
  createApplicationSchema,
  listApplicationsQuerySchema,
  patchApplicationSchema,
  type Application,
  type CreateApplication,
  type ListApplicationsQuery,
  type ListedApplication,
  type ListOf,
  type PatchApplication,
} from '@coverwright/contracts';
import { ApplicationRepository, DocumentRepository } from '@coverwright/server';
import { DeleteApplication } from './delete-application.ts';

@ApiTags('applications')
@Controller('applications')
export class ApplicationsController {
  constructor(
    @Inject(ApplicationRepository) private readonly applications: ApplicationRepository,
    @Inject(DocumentRepository) private readonly documents: DocumentRepository,
    @Inject(DeleteApplication) private readonly deletion: DeleteApplication,
  ) {}

  @Post()
  @ApiResponse({ status: 201, standardSchema: applicationSchema })
  create(@Body({ schema: createApplicationSchema }) fields: CreateApplication): Promise<Application> {
    return this.applications.create(fields);
  }

  @Get()
  @ApiResponse({ status: 200, standardSchema: applicationListSchema })
  async list(@Query({ schema: listApplicationsQuerySchema }) query: ListApplicationsQuery): Promise<ListOf<ListedApplication>> {
    const page = await this.applications.list(query);
    const sent = await this.documents.findSent(page.items.map(({ id }) => id));
    return { ...page, items: page.items.map((item) => ({ ...item, sent: sent.get(item.id) ?? null })) };
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
