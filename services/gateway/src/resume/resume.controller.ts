import { createHash } from 'node:crypto';
import { Body, Controller, Get, HttpCode, Inject, Param, Post, Put, Query, UploadedFiles, UseInterceptors } from '@nestjs/common';
import { AnyFilesInterceptor } from '@nestjs/platform-express';
import { ApiBody, ApiConsumes, ApiResponse, ApiTags } from '@nestjs/swagger';
import {
  listQuerySchema,
  putResumeSchema,
  resumeFileLimit,
  resumeHistorySchema,
  resumePreviewSchema,
  resumeSchema,
  resumeVersionWithContentSchema,
  type ListOf,
  type ListQuery,
  type PutResume,
  type Resume,
  type ResumePreview,
  type ResumeVersion,
  type ResumeVersionWithContent,
} from '@coverwright/contracts';
import { AppError, ContentFolder } from '@coverwright/server';
import { ImportResume } from './import/import-resume.ts';
import { listVersions, readVersion } from './list-versions.ts';

const upload = AnyFilesInterceptor({ limits: { fileSize: resumeFileLimit, files: 1, fields: 5, fieldSize: 1024, parts: 6 } });
const oneFile = { schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } }, required: ['file'] } };

@ApiTags('resume')
@Controller('resume')
export class ResumeController {
  constructor(
    @Inject(ContentFolder) private readonly content: ContentFolder,
    @Inject(ImportResume) private readonly imports: ImportResume,
  ) {}

  @Get()
  @ApiResponse({ status: 200, standardSchema: resumeSchema })
  async read(): Promise<Resume> {
    await this.content.resumeHistory.notice();
    const resume = await this.content.readResume();
    return {
      content: resume?.content ?? null,
      sha256: resume === null ? null : createHash('sha256').update(resume.content).digest('hex'),
      file_path: 'resume/base_resume.md',
      updated_at: resume?.updated_at ?? null,
      sample: await this.content.readSampleResume(),
    };
  }

  @Put()
  @ApiResponse({ status: 200, standardSchema: resumeSchema })
  async replace(@Body({ schema: putResumeSchema }) { content }: PutResume): Promise<Resume> {
    await this.content.writeResume(content);
    return this.read();
  }

  /** A preview of what an uploaded file would be saved as; `PUT /resume` saves. */
  @Post('import')
  @HttpCode(200)
  @UseInterceptors(upload)
  @ApiConsumes('multipart/form-data')
  @ApiBody(oneFile)
  @ApiResponse({ status: 200, standardSchema: resumePreviewSchema })
  async import(@UploadedFiles() files: { buffer: Buffer }[] | undefined): Promise<ResumePreview> {
    const file = files?.[0];
    if (file === undefined) {
      throw new AppError('VALIDATION_FAILED', 'There is no file in the form.', {
        hint: 'Send the resume as the file of a field named "file".',
      });
    }
    return this.imports.preview(file.buffer);
  }

  @Get('history')
  @ApiResponse({ status: 200, standardSchema: resumeHistorySchema })
  history(@Query({ schema: listQuerySchema }) query: ListQuery): Promise<ListOf<ResumeVersion>> {
    return listVersions(this.content.resumeHistory, query);
  }

  @Get('history/:id')
  @ApiResponse({ status: 200, standardSchema: resumeVersionWithContentSchema })
  version(@Param('id') id: string): Promise<ResumeVersionWithContent> {
    return readVersion(this.content.resumeHistory, id);
  }
}
