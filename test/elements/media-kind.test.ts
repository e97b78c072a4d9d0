import { describe, expect, it } from 'vitest';
import { clockTime, hostsOf, kindOf, momentOf } from '../../packages/elements/src/media/kind.js';

describe('what a medium is', () => {
  it.each([
    ['video/mp4', 'video'],
    ['audio/mpeg', 'audio'],
    ['image/png', 'image'],
    ['image/svg+xml', 'document'],
    ['application/pdf', 'pdf'],
    ['application/vnd.ms-powerpoint', 'slides'],
    ['application/vnd.openxmlformats-officedocument.presentationml.presentation', 'slides'],
    ['text/html', 'document'],
    ['nonsense', 'document'],
    ['', 'document'],
  ])('%s is a %s', (mime, kind) => {
    expect(kindOf({ mime })).toBe(kind);
  });

  it('names every site that showing it asks, once', () => {
    const captions = [{ lang: 'en', url: 'https://a.example/c.vtt' }];
    const medium = { url: 'https://a.example/v.mp4', mime: 'video/mp4', sha256: '', captions };
    expect(hostsOf(medium)).toEqual(['a.example']);
    expect(hostsOf({ ...medium, poster: 'https://b.example/p.jpg' })).toEqual(['a.example', 'b.example']);
  });
});

describe('a moment', () => {
  it.each([
    [0, '0:00'],
    [95, '1:35'],
    [3_599, '59:59'],
    [3_725, '1:02:05'],
  ])('%i s reads %s', (seconds, text) => {
    expect(clockTime(seconds)).toBe(text);
  });

  it('is an address of its own, in place of another moment', () => {
    expect(momentOf('https://a.example/v.mp4', 0)).toBe('https://a.example/v.mp4');
    expect(momentOf('https://a.example/v.mp4#t=5', 95)).toBe('https://a.example/v.mp4#t=95');
  });
});
