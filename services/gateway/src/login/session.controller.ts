import { Controller, Get, Inject } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { sessionSchema, type Session } from '@coverwright/contracts';
import { SETTINGS, type Settings } from '@coverwright/server';

@ApiTags('session')
@Controller('session')
export class SessionController {
  constructor(@Inject(SETTINGS) private readonly settings: Settings) {}

  /** Whether there is something to sign out of. */
  @Get()
  @ApiResponse({ status: 200, standardSchema: sessionSchema })
  read(): Session {
    return { login: this.settings.server.authToken === null ? 'none' : 'token' };
  }
}
