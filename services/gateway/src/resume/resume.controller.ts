import { createHash } from 'node:crypto';
import { Body, Controller, Get, Inject, Put } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { putResumeSchema, resumeSchema, type PutResume, type Resume } from '@coverwright/contracts';
import { ContentFolder } from '@coverwright/server';

@ApiTags('resume')
@Controller('resume')
export class ResumeController {
  constructor(@Inject(ContentFolder) private readonly content: ContentFolder) {}

  @Get()
  @ApiResponse({ status: 200, standardSchema: resumeSchema })
  async read(): Promise<Resume> {
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
}
