import type { EventEmitter } from 'node:events';
import { describe, expect, it } from '@jest/globals';
import { limitStreams, mostStreams } from './limit-streams.ts';
import { visit } from './testing/visit.ts';

const events = '/api/applications/a/events';

describe('open event streams', () => {
  const fill = () => {
    const limit = limitStreams();
    const open = (address: string) => visit(limit, { path: events, address });
    const first = Array.from({ length: mostStreams.ofOneClient }, () => open('192.0.2.1'));
    return { limit, open, first };
  };

  it('are limited for one client, and for all together', () => {
    const { open, first } = fill();
    expect(first.every(({ passed }) => passed)).toBe(true);
    expect(open('192.0.2.1')).toMatchObject({ passed: false, status: 429, headers: { 'Retry-After': 5 } });
    const others = Array.from({ length: mostStreams.together - mostStreams.ofOneClient }, (_, index) => open(`192.0.2.${index + 2}`));
    expect(others.every(({ passed }) => passed)).toBe(true);
    expect(open('198.51.100.1')).toMatchObject({ passed: false, status: 429 });
  });

  it('make room when they are closed', () => {
    const { open, first } = fill();
    (first[0]?.response as unknown as EventEmitter).emit('close');
    expect([open('192.0.2.1').passed, open('192.0.2.1').passed]).toEqual([true, false]);
  });

  it('are all that is counted', () => {
    const { limit } = fill();
    expect(visit(limit, { path: '/api/applications', address: '192.0.2.1' }).passed).toBe(true);
    expect(visit(limit, { path: events, method: 'HEAD', address: '192.0.2.1' }).passed).toBe(true);
  });
});
