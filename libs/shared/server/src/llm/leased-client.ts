import type { ModelAnswer, ModelClient, ModelRequest } from './model-client.ts';
import { abortedCall } from './model-error.ts';
import type { ModelLease, ModelPurpose } from './model-lease.ts';

/**
 * A call for a letter gives way to the chat until it has written so much, about a third of most answers: a reply then waits for two thirds
 * of a call at most, and costs no letter more than that and the reading of a prompt.
 */
const EARLY_TOKENS = 60;
/** So often at most: a chat that never ends must not keep a letter from being written. */
const MOST_TIMES = 4;

/** Why a call was ended that is made again later. */
export class GaveWay extends Error {
  constructor() {
    super('The call gave way to the chat.');
    this.name = 'GaveWay';
  }
}

/** A client whose calls wait for their turn. The wait is no part of the call: its limits on progress start with the turn. */
export class LeasedClient implements ModelClient {
  readonly generator: string;

  constructor(
    private readonly client: ModelClient,
    private readonly lease: Pick<ModelLease, 'run'>,
    private readonly purpose: ModelPurpose,
  ) {
    this.generator = client.generator;
  }

  async chat(request: ModelRequest): Promise<ModelAnswer> {
    try {
      if (this.purpose === 'chat') return await this.lease.run('chat', request.signal, () => this.client.chat(request));
      return await this.giveWayToChats(request);
    } catch (error) {
      // Given up in the line: the lease knows only the signal's own reason.
      throw request.signal.aborted && error === request.signal.reason ? abortedCall(error) : error;
    }
  }

  /** What a call has written when it gives way is void: it waits in the line again and begins anew. */
  private async giveWayToChats(request: ModelRequest): Promise<ModelAnswer> {
    for (let times = 0; ; times += 1) {
      const chatWaits = new AbortController();
      let pieces = 0;
      const onText = (text: string) => {
        pieces += 1;
        request.onText?.(text);
      };
      const canRestart = () => pieces === 0 || request.onText === undefined || request.onRestart !== undefined;
      const givingWay = {
        mayNow: () => times < MOST_TIMES && pieces < EARLY_TOKENS && canRestart(),
        end: () => chatWaits.abort(new GaveWay()),
      };
      const signal = AbortSignal.any([request.signal, chatWaits.signal]);
      try {
        return await this.lease.run(this.purpose, request.signal, () => this.client.chat({ ...request, signal, onText }), givingWay);
      } catch (error) {
        if (!chatWaits.signal.aborted || request.signal.aborted) throw error;
        if (pieces > 0) request.onRestart?.();
      }
    }
  }
}
