import { join } from 'node:path';
import { Inject, Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { AnyFilesInterceptor } from '@nestjs/platform-express';
import { exportFileLimit } from '@coverwright/contracts';
import { SETTINGS, type Settings } from '@coverwright/server';

/** Where uploads lie until they are taken or refused; on the disk of the letters, and gone at the next start whatever happens. */
export const incomingFolder = ({ contentDir }: Settings): string => join(contentDir, '.coverwright-incoming');

/** Takes one file of a form to disk: an export may be larger than what should ever be in memory. */
@Injectable()
export class ReceiveZip implements NestInterceptor {
  private readonly upload: NestInterceptor;

  constructor(@Inject(SETTINGS) settings: Settings) {
    const limits = { fileSize: exportFileLimit, files: 1, fields: 5, fieldSize: 1024, parts: 6 };
    const Upload = AnyFilesInterceptor({ dest: incomingFolder(settings), limits });
    this.upload = new Upload();
  }

  intercept(context: ExecutionContext, next: CallHandler): ReturnType<NestInterceptor['intercept']> {
    return this.upload.intercept(context, next);
  }
}
