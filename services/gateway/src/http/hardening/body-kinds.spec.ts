import { describe, expect, it } from '@jest/globals';
import { refuseBodyKind } from './body-kinds.ts';

const refuse = (path: string, type: string | undefined, more = {}) =>
  refuseBodyKind(path, { 'content-length': '2', ...(type === undefined ? {} : { 'content-type': type }), ...more });

describe('refuseBodyKind', () => {
  it.each(['application/json', 'Application/JSON; charset=UTF-8', 'application/json;charset="utf-8"'])('takes %s', (type) => {
    expect(refuse('/api/applications', type)).toBeNull();
  });

  it.each([
    undefined,
    '',
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'text/plain; application/json',
    'application/json, text/plain',
    'application/jsonp',
  ])('takes no %s where JSON is asked for', (type) =>
    expect(refuse('/api/applications', type)?.detail).toContain('must be application/json'),
  );

  it('takes forms where they are asked for, and nothing else there', () => {
    expect(refuse('/api/resume/import', 'multipart/form-data; boundary=x')).toBeNull();
    expect(refuse('/api/resume/import', 'application/json')).not.toBeNull();
    expect(refuse('/API/resume/import', 'multipart/form-data; boundary=x')).not.toBeNull();
    expect(refuse('/login', 'application/x-www-form-urlencoded')).toBeNull();
  });

  it.each(['gzip', 'br', 'deflate', 'identity, gzip', 'x'])('takes no body packed with %s', (encoding) => {
    expect(refuse('/api/applications', 'application/json', { 'content-encoding': encoding })?.detail).toContain('packed');
  });

  it.each(['utf-16', 'iso-8859-1', 'utf-7'])('takes no text in %s', (charset) => {
    expect(refuse('/api/applications', `application/json; charset=${charset}`)?.detail).toContain('UTF-8');
  });

  it('asks nothing of a request without a body', () => {
    expect(refuseBodyKind('/api/orchestrations/x/cancel', { 'content-length': '0', 'content-type': 'text/plain' })).toBeNull();
    expect(refuseBodyKind('/api/applications', { 'transfer-encoding': 'chunked' })).not.toBeNull();
  });
});
