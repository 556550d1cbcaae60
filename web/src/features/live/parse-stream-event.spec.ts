import { describe, expect, it } from '@jest/globals';
import { parseStreamEvent, streamEventTypes } from './parse-stream-event.ts';
import { newRun, newSnapshot } from './test-makers.ts';

describe('parseStreamEvent', () => {
  it('reads the events of the contract', () => {
    expect(parseStreamEvent('job', JSON.stringify(newRun()))).toEqual({ type: 'job', data: newRun() });
    expect(parseStreamEvent('snapshot', JSON.stringify(newSnapshot()))).toEqual({ type: 'snapshot', data: newSnapshot() });
  });

  it('refuses text that is not JSON and JSON of another shape', () => {
    expect(parseStreamEvent('job', '{"job_id":')).toBeNull();
    expect(parseStreamEvent('note', JSON.stringify(newRun()))).toBeNull();
  });

  it('listens to every event name', () => {
    expect(streamEventTypes).toEqual(['snapshot', 'job', 'note', 'document', 'message', 'message_delta', 'draft_delta']);
  });
});
