import { Controller, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { postMessageAnswerSchema, stopMessageAnswerSchema, type PostMessageAnswer, type StopMessageAnswer } from '@coverwright/contracts';
import { ChatService } from './chat.service.ts';

@ApiTags('chat')
@Controller('messages/:id')
export class MessagesController {
  constructor(@Inject(ChatService) private readonly chat: ChatService) {}

  @Post('stop')
  @HttpCode(202)
  @ApiResponse({ status: 202, standardSchema: stopMessageAnswerSchema })
  stop(@Param('id') id: string): Promise<StopMessageAnswer> {
    return this.chat.stop(id);
  }

  @Post('regenerate')
  @HttpCode(202)
  @ApiResponse({ status: 202, standardSchema: postMessageAnswerSchema })
  regenerate(@Param('id') id: string): Promise<PostMessageAnswer> {
    return this.chat.regenerate(id);
  }
}
