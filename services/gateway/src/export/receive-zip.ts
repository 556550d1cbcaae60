import { Inject, Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { AnyFilesInterceptor } from '@nestjs/platform-express';
import { exportFileLimit } from '@coverwright/contracts';
import { IncomingFolder } from './incoming-folder.ts';

/** Takes one file of a form to disk: an export may be larger than what should ever be in memory. */
@Injectable()
export class ReceiveZip implements NestInterceptor {
  private readonly upload: NestInterceptor;

  constructor(@Inject(IncomingFolder) incoming: IncomingFolder) {
    const limits = { fileSize: exportFileLimit, files: 1, fields: 5, fieldSize: 1024, parts: 6 };
    const Upload = AnyFilesInterceptor({ dest: incoming.path, limits });
    this.upload = new Upload();
  }

  intercept(context: ExecutionContext, next: CallHandler): ReturnType<NestInterceptor['intercept']> {
    return this.upload.intercept(context, next);
  }
}
