import { Body, Controller, Get, Inject, Put } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { putVoiceSchema, voiceSchema, type PutVoice, type Voice } from '@coverwright/contracts';
import { ContentFolder } from '@coverwright/server';

/** Past letters of the person, which teach how they write and nothing about them. */
@ApiTags('voice')
@Controller('voice')
export class VoiceController {
  constructor(@Inject(ContentFolder) private readonly content: ContentFolder) {}

  @Get()
  @ApiResponse({ status: 200, standardSchema: voiceSchema })
  async read(): Promise<Voice> {
    return { content: (await this.content.readPastLetters()) ?? '' };
  }

  @Put()
  @ApiResponse({ status: 200, standardSchema: voiceSchema })
  async replace(@Body({ schema: putVoiceSchema }) { content }: PutVoice): Promise<Voice> {
    await this.content.writePastLetters(content);
    return this.read();
  }
}
