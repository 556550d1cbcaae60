import { Controller, Get, Inject, Res } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { livenessSchema, readinessSchema, type Readiness } from '@coverwright/contracts';
import { Parts } from './parts.ts';

@ApiTags('health')
@Controller('health')
export class HealthController {
  constructor(@Inject(Parts) private readonly parts: Parts) {}

  @Get('live')
  @ApiResponse({ status: 200, standardSchema: livenessSchema })
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  @Get('ready')
  @ApiResponse({ status: 200, standardSchema: readinessSchema })
  @ApiResponse({ status: 503, standardSchema: readinessSchema })
  async ready(@Res({ passthrough: true }) response: Response): Promise<Readiness> {
    const [database, queue, storage] = await Promise.all([this.parts.database(), this.parts.queue(), this.parts.storage()]);
    const ok = database.ok && queue.ok && storage.ok;
    response.status(ok ? 200 : 503);
    return { status: ok ? 'ok' : 'unavailable', parts: { database, queue, storage } };
  }
}
