import { metricCatalog, type MetricName } from '@coverwright/server';

export interface Gauge {
  name: string;
  help: string;
  /** By series, as in `name{queue="write"}`. */
  values: Record<string, number>;
}

const familyOf = (series: string): string => series.replace(/\{.*$/, '').replace(/_(?:bucket|count|sum)$/, '');
const boundOf = (series: string): number => {
  const bound = /le="([^"]+)"/.exec(series)?.[1];
  return bound === undefined ? 0 : bound === '+Inf' ? Infinity : Number(bound);
};
const withoutBound = (series: string): string => series.replace(/,?le="[^"]*"/, '');

/** Series in the order that Prometheus asks for: those of a histogram together, its buckets ascending. */
const inOrder = (a: string, b: string): number => {
  const [left, right] = [withoutBound(a), withoutBound(b)];
  return left === right ? boundOf(a) - boundOf(b) : left < right ? -1 : 1;
};

/** Text format 0.0.4 of Prometheus. `sums` are the counted series; those of metrics that are no longer known are left out. */
export function writeExposition(sums: Readonly<Record<string, string>>, gauges: readonly Gauge[]): string {
  const counted = Map.groupBy(Object.keys(sums), familyOf);
  const lines: string[] = [];
  for (const name of Object.keys(metricCatalog) as MetricName[]) {
    const { help, type } = metricCatalog[name];
    const series = (counted.get(name) ?? []).sort(inOrder);
    lines.push(`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, ...series.map((each) => `${each} ${sums[each]}`));
  }
  for (const { name, help, values } of gauges) {
    lines.push(`# HELP ${name} ${help}`, `# TYPE ${name} gauge`, ...Object.entries(values).map(([each, value]) => `${each} ${value}`));
  }
  return `${lines.join('\n')}\n`;
}
