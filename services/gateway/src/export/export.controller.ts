import { rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { Controller, Get, Inject, Post, Res, UploadedFiles, UseInterceptors } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { importSummarySchema, type ImportSummary } from '@coverwright/contracts';
import { AppError, LOGGER, type Logger } from '@coverwright/server';
import { ExportEverything } from './export-everything.ts';
import { ImportEverything } from './import-everything.ts';
import { ReceiveZip } from './receive-zip.ts';

const oneFile = { schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } }, required: ['file'] } };

@ApiTags('export')
@Controller()
export class ExportController {
  constructor(
    @Inject(ExportEverything) private readonly exports: ExportEverything,
    @Inject(ImportEverything) private readonly imports: ImportEverything,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** Everything as a zip. A zip that could not be finished is cut off, so that nobody takes it for a whole one. */
  @Get('export')
  @ApiResponse({ status: 200, description: 'Everything as a zip', content: { 'application/zip': {} } })
  async export(@Res() response: Response): Promise<void> {
    const zip = await this.exports.stream();
    const day = new Date().toISOString().slice(0, 10);
    response.setHeader('Content-Type', 'application/zip');
    response.setHeader('Content-Disposition', `attachment; filename="coverwright-export-${day}.zip"`);
    response.setHeader('Cache-Control', 'no-store');
    try {
      await pipeline(zip, response);
    } catch (error) {
      this.logger.warn({ err: error }, 'an export was broken off');
      response.destroy();
    }
  }

  @Post('import')
  @UseInterceptors(ReceiveZip)
  @ApiConsumes('multipart/form-data')
  @ApiBody(oneFile)
  @ApiResponse({ status: 201, standardSchema: importSummarySchema })
  async import(@UploadedFiles() files: { path: string }[] | undefined): Promise<ImportSummary> {
    const file = files?.[0];
    if (file === undefined) {
      throw new AppError('VALIDATION_FAILED', 'There is no file in the form.', {
        hint: 'Send the zip that GET /api/export gave as the file of a field named "file".',
      });
    }
    try {
      return await this.imports.import(file.path);
    } finally {
      await rm(file.path, { force: true });
    }
  }
}
