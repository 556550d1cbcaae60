import { Controller, Get, Header, Inject } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { apiPaths } from '@coverwright/contracts';
import { Meter } from '@coverwright/server';
import { Gauges } from './read-gauges.ts';
import { writeExposition } from './write-exposition.ts';

/** For Prometheus: the sums of all services, and how this gateway sees queue and database now. */
@ApiExcludeController()
@Controller(apiPaths.metrics)
export class MetricsController {
  constructor(
    @Inject(Meter) private readonly meter: Meter,
    @Inject(Gauges) private readonly gauges: Gauges,
  ) {}

  @Get()
  @Header('Content-Type', 'text/plain; version=0.0.4; charset=utf-8')
  @Header('Cache-Control', 'no-store')
  async read(): Promise<string> {
    const [sums, gauges] = await Promise.all([this.meter.read(), this.gauges.read()]);
    return writeExposition(sums, gauges);
  }
}
