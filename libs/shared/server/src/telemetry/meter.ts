import { connected, connectFailFast, type ProductRedis } from '../queues/redis.ts';
import { metricCatalog, seriesName, type CounterName, type HistogramName, type LabelsOf } from './metric-catalog.ts';

const sendEveryMs = 1000;

/**
 * Counts what a service does. The sums of all services and hosts are kept in Redis, one hash, so that one address tells all of them and a
 * restart of a service loses none. What cannot be sent now is sent later; what is lost with Redis starts at zero, as Prometheus expects.
 */
export class Meter {
  private readonly unsent = new Map<string, number>();
  private readonly key: string;
  private readonly timer: NodeJS.Timeout;

  private constructor(private readonly redis: ProductRedis) {
    this.key = redis.key('metrics');
    this.timer = setInterval(() => void this.send(), sendEveryMs).unref();
  }

  static async connect(redisUrl: string): Promise<Meter> {
    return new Meter(await connected(connectFailFast(redisUrl)));
  }

  count<N extends CounterName>(name: N, labels: LabelsOf<N>, by = 1): void {
    this.add(seriesName(name, labels), by);
  }

  observe<N extends HistogramName>(name: N, labels: LabelsOf<N>, value: number): void {
    for (const bound of metricCatalog[name].buckets) {
      if (value <= bound) this.add(seriesName(`${name}_bucket`, { ...labels, le: bound }), 1);
    }
    this.add(seriesName(`${name}_bucket`, { ...labels, le: '+Inf' }), 1);
    this.add(seriesName(`${name}_count`, labels), 1);
    this.add(seriesName(`${name}_sum`, labels), value);
  }

  /** Sums of every series so far, this service's unsent ones included. Empty while Redis is away. */
  async read(): Promise<Record<string, string>> {
    await this.send();
    return this.redis.hgetall(this.key).catch(() => ({}));
  }

  async close(): Promise<void> {
    clearInterval(this.timer);
    await this.send();
    this.redis.disconnect();
  }

  private add(series: string, by: number): void {
    this.unsent.set(series, (this.unsent.get(series) ?? 0) + by);
  }

  private async send(): Promise<void> {
    if (this.unsent.size === 0) return;
    const sums = [...this.unsent];
    this.unsent.clear();
    const batch = this.redis.multi();
    for (const [series, by] of sums) batch.hincrbyfloat(this.key, series, by);
    // A command that failed to answer may have been done; counting twice is worse than once too few after a minute of silence.
    await batch.exec().catch(() => {
      if (this.redis.status !== 'ready') for (const [series, by] of sums) this.add(series, by);
    });
  }
}
