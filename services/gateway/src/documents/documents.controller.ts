import { Body, Controller, Get, Inject, Param, Patch, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import {
  createDocumentSchema,
  documentDiffQuerySchema,
  documentDiffSchema,
  documentFileQuerySchema,
  documentListSchema,
  documentWithContentSchema,
  listDocumentsQuerySchema,
  patchDocumentSchema,
  type CreateDocument,
  type Document,
  type DocumentDiff,
  type DocumentDiffQuery,
  type DocumentFileQuery,
  type DocumentWithContent,
  type LetterFormat,
  type ListDocumentsQuery,
  type ListOf,
  type PatchDocument,
} from '@coverwright/contracts';
import { ApplicationRepository, DocumentRepository, EventPublisher, toDocument } from '@coverwright/server';
import { diffLetters } from './diff/diff-letters.ts';
import { ExportLetter } from './export/export-letter.ts';
import { attachment } from './file-name.ts';
import { SaveEdit } from './save-edit.ts';

const mediaTypes: Record<LetterFormat, string> = {
  md: 'text/markdown; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
};

@ApiTags('documents')
@Controller()
export class DocumentsController {
  constructor(
    @Inject(ApplicationRepository) private readonly applications: ApplicationRepository,
    @Inject(DocumentRepository) private readonly documents: DocumentRepository,
    @Inject(SaveEdit) private readonly edits: SaveEdit,
    @Inject(ExportLetter) private readonly exports: ExportLetter,
    @Inject(EventPublisher) private readonly events: EventPublisher,
  ) {}

  @Get('applications/:id/documents')
  @ApiResponse({ status: 200, standardSchema: documentListSchema })
  async list(@Param('id') id: string, @Query({ schema: listDocumentsQuerySchema }) query: ListDocumentsQuery): Promise<ListOf<Document>> {
    await this.applications.get(id);
    return this.documents.list(id, query);
  }

  @Post('applications/:id/documents')
  @ApiResponse({ status: 201, standardSchema: documentWithContentSchema })
  async saveEdit(@Param('id') id: string, @Body({ schema: createDocumentSchema }) edit: CreateDocument): Promise<DocumentWithContent> {
    return this.told(await this.edits.save(id, edit));
  }

  @Get('documents/:id')
  @ApiResponse({ status: 200, standardSchema: documentWithContentSchema })
  read(@Param('id') id: string): Promise<DocumentWithContent> {
    return this.documents.get(id);
  }

  @Patch('documents/:id')
  @ApiResponse({ status: 200, standardSchema: documentWithContentSchema })
  async markSent(@Param('id') id: string, @Body({ schema: patchDocumentSchema }) { sent_at }: PatchDocument): Promise<DocumentWithContent> {
    return this.told(await this.documents.markSent(id, sent_at));
  }

  @Get('documents/:id/file')
  @ApiResponse({ status: 200, description: 'The letter as a file' })
  async download(
    @Param('id') id: string,
    @Query({ schema: documentFileQuerySchema }) { format }: DocumentFileQuery,
  ): Promise<StreamableFile> {
    const document = await this.documents.get(id);
    const application = await this.applications.get(document.application_id);
    return new StreamableFile(await this.exports.export(application, document, format), {
      type: mediaTypes[format],
      disposition: attachment(application, document.version, format),
    });
  }

  @Get('documents/:id/diff')
  @ApiResponse({ status: 200, standardSchema: documentDiffSchema })
  async diff(@Param('id') id: string, @Query({ schema: documentDiffQuerySchema }) { against }: DocumentDiffQuery): Promise<DocumentDiff> {
    const [to, from] = await Promise.all([this.documents.get(id), this.documents.get(against)]);
    return {
      from: { id: from.id, version: from.version },
      to: { id: to.id, version: to.version },
      ...diffLetters(from.content, to.content),
    };
  }

  private async told(document: DocumentWithContent): Promise<DocumentWithContent> {
    this.events.publish(document.application_id, 'document', toDocument(document));
    return document;
  }
}
