import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import {
  listQuerySchema,
  messageListSchema,
  postMessageAnswerSchema,
  postMessageSchema,
  type ListOf,
  type ListQuery,
  type Message,
  type PostMessage,
  type PostMessageAnswer,
} from '@coverwright/contracts';
import { ApplicationRepository, MessageRepository } from '@coverwright/server';
import { ChatService } from './chat.service.ts';

@ApiTags('chat')
@Controller('applications/:id/messages')
export class ChatController {
  constructor(
    @Inject(ApplicationRepository) private readonly applications: ApplicationRepository,
    @Inject(MessageRepository) private readonly messages: MessageRepository,
    @Inject(ChatService) private readonly chat: ChatService,
  ) {}

  @Get()
  @ApiResponse({ status: 200, standardSchema: messageListSchema })
  async list(@Param('id') id: string, @Query({ schema: listQuerySchema }) query: ListQuery): Promise<ListOf<Message>> {
    await this.applications.get(id);
    return this.messages.list(id, query);
  }

  @Post()
  @HttpCode(202)
  @ApiResponse({ status: 202, standardSchema: postMessageAnswerSchema })
  post(@Param('id') id: string, @Body({ schema: postMessageSchema }) { content }: PostMessage): Promise<PostMessageAnswer> {
    return this.chat.receive(id, content);
  }
}
