import type { ModelAnswer, ModelClient, ModelRequest } from './model-client.ts';
import { abortedCall } from './model-error.ts';
import type { ModelLease, ModelPurpose } from './model-lease.ts';

/** A client whose calls wait for their turn. The wait is no part of the call: its limits on progress start with the turn. */
export class LeasedClient implements ModelClient {
  readonly generator: string;

  constructor(
    private readonly client: ModelClient,
    private readonly lease: ModelLease,
    private readonly purpose: ModelPurpose,
  ) {
    this.generator = client.generator;
  }

  async chat(request: ModelRequest): Promise<ModelAnswer> {
    try {
      return await this.lease.run(this.purpose, request.signal, () => this.client.chat(request));
    } catch (error) {
      // Given up in the line: the lease knows only the signal's own reason.
      throw request.signal.aborted && error === request.signal.reason ? abortedCall(error) : error;
    }
  }
}
