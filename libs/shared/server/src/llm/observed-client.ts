import type { Meter } from '../telemetry/meter.ts';
import { inSpan, SpanKind } from '../telemetry/spans.ts';
import { GaveWay } from './leased-client.ts';
import type { ModelAnswer, ModelClient, ModelRequest } from './model-client.ts';
import { ModelError } from './model-error.ts';
import type { ModelPurpose } from './model-lease.ts';

export type CallMeter = Pick<Meter, 'count' | 'observe'>;

/** A client whose calls are counted, timed and traced; waiting for their turn is not part of them. */
export class ObservedClient implements ModelClient {
  readonly generator: string;

  constructor(
    private readonly client: ModelClient,
    private readonly purpose: ModelPurpose,
    private readonly meter: CallMeter,
  ) {
    this.generator = client.generator;
  }

  chat(request: ModelRequest): Promise<ModelAnswer> {
    const { purpose } = this;
    const attributes = { purpose, 'gen_ai.request.model': this.generator };
    return inSpan('model call', { kind: SpanKind.CLIENT, attributes }, async (span) => {
      const began = performance.now();
      let outcome = 'answered';
      try {
        const answer = await this.client.chat(request);
        const { promptTokens, answerTokens } = answer;
        this.meter.count('coverwright_model_tokens_total', { kind: 'prompt' }, promptTokens ?? 0);
        this.meter.count('coverwright_model_tokens_total', { kind: 'answer' }, answerTokens ?? 0);
        span.setAttributes({ 'gen_ai.usage.input_tokens': promptTokens ?? 0, 'gen_ai.usage.output_tokens': answerTokens ?? 0 });
        return answer;
      } catch (error) {
        outcome = outcomeOf(error);
        throw error;
      } finally {
        span.setAttribute('outcome', outcome);
        this.meter.count('coverwright_model_calls_total', { purpose, outcome });
        if (outcome === 'answered') this.meter.observe('coverwright_model_call_seconds', { purpose }, (performance.now() - began) / 1000);
      }
    });
  }
}

function outcomeOf(error: unknown): string {
  if (!(error instanceof ModelError)) return 'failed';
  return error.cause instanceof GaveWay ? 'gave_way' : error.code.toLowerCase();
}
