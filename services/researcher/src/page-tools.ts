import { Global, Inject, Injectable, Module, type OnApplicationShutdown } from '@nestjs/common';
import { LOGGER, type Logger } from '@coverwright/server';
import { SiteManners } from './fetch/site-manners.ts';
import { PageParser } from './parse/page-parser.ts';

/** What all work of this process shares when it reads pages: its manners towards sites, and the helpers in which pages are parsed. */
@Injectable()
export class PageTools implements OnApplicationShutdown {
  readonly manners = new SiteManners();
  readonly parser: PageParser;

  constructor(@Inject(LOGGER) logger: Logger) {
    this.parser = new PageParser((error) => logger.error({ err: error }, 'a page brought a fault of ours to light'));
  }

  onApplicationShutdown(): void {
    this.parser.close();
  }
}

@Global()
@Module({ providers: [PageTools], exports: [PageTools] })
export class PageToolsModule {}
