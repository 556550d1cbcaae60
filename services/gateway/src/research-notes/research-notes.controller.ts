import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Patch, Query } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import {
  listQuerySchema,
  patchResearchNoteSchema,
  researchNoteListSchema,
  researchNoteSchema,
  type ListOf,
  type ListQuery,
  type PatchResearchNote,
  type ResearchNote,
} from '@coverwright/contracts';
import { ApplicationRepository, EventPublisher, ResearchNoteRepository } from '@coverwright/server';

@ApiTags('research notes')
@Controller()
export class ResearchNotesController {
  constructor(
    @Inject(ApplicationRepository) private readonly applications: ApplicationRepository,
    @Inject(ResearchNoteRepository) private readonly notes: ResearchNoteRepository,
    @Inject(EventPublisher) private readonly events: EventPublisher,
  ) {}

  @Get('applications/:id/research-notes')
  @ApiResponse({ status: 200, standardSchema: researchNoteListSchema })
  async list(@Param('id') id: string, @Query({ schema: listQuerySchema }) query: ListQuery): Promise<ListOf<ResearchNote>> {
    await this.applications.get(id);
    return this.notes.list(id, query);
  }

  @Patch('research-notes/:id')
  @ApiResponse({ status: 200, standardSchema: researchNoteSchema })
  async change(@Param('id') id: string, @Body({ schema: patchResearchNoteSchema }) fields: PatchResearchNote): Promise<ResearchNote> {
    const note = await this.notes.update(id, fields);
    this.events.publish(note.application_id, 'note', note);
    return note;
  }

  @Delete('research-notes/:id')
  @HttpCode(204)
  @ApiResponse({ status: 204, description: 'Deleted' })
  remove(@Param('id') id: string): Promise<void> {
    return this.notes.delete(id);
  }
}
