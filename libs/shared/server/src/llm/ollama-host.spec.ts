import { describe, expect, it } from '@jest/globals';
import { isLoopback, normalizeOllamaHost, withoutLogin } from './ollama-host.ts';

describe('normalizeOllamaHost', () => {
  it.each([
    ['http://127.0.0.1:11434', 'http://127.0.0.1:11434'],
    ['127.0.0.1', 'http://127.0.0.1:11434'],
    ['0.0.0.0', 'http://127.0.0.1:11434'],
    ['0.0.0.0:8080', 'http://127.0.0.1:8080'],
    ['http://0.0.0.0:11434/', 'http://127.0.0.1:11434'],
    [':11435', 'http://127.0.0.1:11435'],
    ['[::]:11434', 'http://[::1]:11434'],
    ['', 'http://127.0.0.1:11434'],
    [' gpu-box ', 'http://gpu-box:11434'],
    ['gpu-box:80', 'http://gpu-box'],
    ['https://models.example.org/ollama/', 'https://models.example.org/ollama'],
    ['https://me:secret@models.example.org', 'https://me:secret@models.example.org'],
  ])('reads %j as %s', (value, host) => {
    expect(normalizeOllamaHost(value)).toBe(host);
  });

  it.each(['http://', 'not an address', 'ftp://host', 'unix:///tmp/x'])('refuses %j', (value) => {
    expect(normalizeOllamaHost(value)).toBeNull();
  });
});

it('hides a login', () => {
  expect(withoutLogin('https://me:secret@models.example.org/v1')).toBe('https://models.example.org/v1');
});

it('knows this machine by its names', () => {
  expect(['http://127.0.0.1:1', 'http://localhost:1', 'http://[::1]:1', 'http://gpu-box:1'].map(isLoopback)).toEqual([
    true,
    true,
    true,
    false,
  ]);
});
