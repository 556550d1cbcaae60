import type { SourceReport } from '@coverwright/contracts';
import { describe, expect, it } from '@jest/globals';
import { newRun } from '../live/test-makers.ts';
import { describeNothingRead, describeOrigin } from './describe-sources.ts';

const source = (outcome: SourceReport['outcome']): SourceReport => ({ url: 'https://a.example/', outcome, title: null, reason: null });

describe('describeNothingRead', () => {
  it('says so when research is over and no page could be read', () => {
    const sources = [source('failed'), source('refused')];
    expect(describeNothingRead(newRun({ stage: 'writing', sources }))).toBe('Nothing could be read.');
    expect(describeNothingRead(newRun({ status: 'success', sources }))).toBe('Nothing could be read.');
    expect(describeNothingRead(newRun({ status: 'failure', sources }))).toBe('Nothing could be read.');
  });

  it('says so when there was nothing to read', () => {
    expect(describeNothingRead(newRun({ status: 'success' }))).toContain('names no page');
  });

  it.each([
    ['a page was read', newRun({ status: 'success', sources: [source('failed'), source('cached')] })],
    ['it goes on', newRun({ stage: 'researching', sources: [source('failed')] })],
    ['it waits', newRun({ status: 'pending', stage: 'queued' })],
    ['nothing was to be read', newRun({ status: 'success', action: 'write_only' })],
    ['it was cancelled', newRun({ status: 'cancelled', sources: [source('failed')] })],
    ['it failed before', newRun({ status: 'failure' })],
  ])('says nothing when %s', (_, run) => {
    expect(describeNothingRead(run)).toBeNull();
  });
});

describe('describeOrigin', () => {
  it('tells how a page was found, as far as the run knows', () => {
    expect(describeOrigin({ ...source('fetched'), found: 'sitemap' })).toBe('in the sitemap of the site');
    expect(describeOrigin(source('fetched'))).toBe('');
  });
});
