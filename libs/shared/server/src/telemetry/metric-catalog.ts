interface Described {
  help: string;
  labels: readonly string[];
}
export interface CounterMetric extends Described {
  type: 'counter';
}
export interface HistogramMetric extends Described {
  type: 'histogram';
  /** Upper bounds, ascending, in the unit of the name. */
  buckets: readonly number[];
}

/** From a fast page to a letter that a small machine writes for an hour. */
const workSeconds = [0.1, 0.5, 1, 5, 15, 60, 300, 900, 3600];

/** What the services count of their work. Names, labels and units follow the habits of Prometheus; label values come from closed sets only. */
export const metricCatalog = {
  coverwright_steps_total: { type: 'counter', help: 'Steps of runs, by how they ended.', labels: ['step', 'outcome'] },
  coverwright_step_seconds: {
    type: 'histogram',
    help: 'Time that a step was worked on, waiting in the queue not included.',
    labels: ['step'],
    buckets: workSeconds,
  },
  coverwright_fetches_total: { type: 'counter', help: 'Pages that research asked for, by outcome.', labels: ['outcome'] },
  coverwright_model_calls_total: { type: 'counter', help: 'Calls of a model, by who asked and outcome.', labels: ['purpose', 'outcome'] },
  coverwright_model_call_seconds: {
    type: 'histogram',
    help: 'Time of model calls from the question to the last token.',
    labels: ['purpose'],
    buckets: workSeconds,
  },
  coverwright_model_tokens_total: { type: 'counter', help: 'Tokens that models read and wrote.', labels: ['kind'] },
} as const satisfies Record<string, CounterMetric | HistogramMetric>;

export type MetricName = keyof typeof metricCatalog;
export type CounterName = { [N in MetricName]: (typeof metricCatalog)[N]['type'] extends 'counter' ? N : never }[MetricName];
export type HistogramName = Exclude<MetricName, CounterName>;
export type LabelsOf<N extends MetricName> = Record<(typeof metricCatalog)[N]['labels'][number], string>;

/** `name{a="x",b="y"}`, labels in alphabetical order: a series has one spelling. */
export function seriesName(name: string, labels: Record<string, string | number>): string {
  const pairs = Object.keys(labels)
    .sort()
    .map((label) => `${label}="${labels[label]}"`);
  return pairs.length === 0 ? name : `${name}{${pairs.join(',')}}`;
}
