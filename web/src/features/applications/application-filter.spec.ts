import { describe, expect, it } from '@jest/globals';
import { readFilter, toQuery, withFilter } from './application-filter.ts';

describe('the filter in the address', () => {
  it('is read, and falls back where it makes no sense', () => {
    expect(readFilter(new URLSearchParams('q=ba&status=offer&sort=company'))).toEqual({ q: 'ba', status: 'offer', sort: 'company' });
    expect(readFilter(new URLSearchParams('sort=colour'))).toEqual({ q: '', status: '', sort: 'activity' });
  });

  it('keeps the rest of the address and leaves out what is usual', () => {
    const search = new URLSearchParams('view=board&q=ba');
    expect(withFilter(search, { q: '', sort: 'title' }).toString()).toBe('view=board&sort=title');
    expect(withFilter(search, { view: 'table', sort: 'activity' }).toString()).toBe('q=ba');
  });

  it('becomes the query of the list', () => {
    expect(toQuery({ q: ' ', status: '', sort: 'activity' }).toString()).toBe('');
    expect(toQuery({ q: 'a b', status: 'own word', sort: 'title' }).toString()).toBe('q=a+b&status=own+word&sort=title');
  });
});
