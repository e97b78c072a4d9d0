import { describe, expect, it } from 'vitest';
import { plainWords, sanitizePost, textToHtml } from '../../examples/forum/src/sanitize.js';

describe('sanitizePost', () => {
  it('keeps what a marker is made of, link included', () => {
    const link = 'https://publisher.example/item#pq=v1;h=AAAAAAAAAAAAAAAAAAAAAA;x=e1;d=1';
    const marker = `<blockquote>\n<p><strong>Source as stated: A &#38; B</strong></p>\n<p><a href="${link}" rel="nofollow noopener noreferrer">${link}</a></p>\n</blockquote>`;
    expect(sanitizePost(marker)).toEqual({ html: marker.replace('&#38;', '&amp;'), removed: [] });
  });

  it.each([
    ['a Pullquote card', '<pq-card item="https://x.example">Verified</pq-card>', 'Verified', 'pq-card'],
    ['a Pullquote share button', '<pq-share item="https://x.example"></pq-share>ok', 'ok', 'pq-share'],
    ['a script', 'ok<script>alert(1)</script>', 'ok', 'script'],
    ['a style sheet', 'ok<style>*{display:none}</style>', 'ok', 'style'],
    ['an image', 'ok<img src=x onerror=alert(1)>', 'ok', 'img'],
    ['a frame', 'ok<iframe src="https://x.example"></iframe>', 'ok', 'iframe'],
    ['a form', '<form action="/sign-out">ok</form>', 'ok', 'form'],
    ['foreign markup that hides a script', '<svg><desc><script>alert(1)</script></desc></svg>ok', 'ok', 'svg'],
  ])('takes out %s and says so', (_, input, left, tag) => {
    const { html, removed } = sanitizePost(input);
    expect(html).toBe(left);
    expect(removed).toContain(tag);
  });

  it('takes attributes off every allowed tag', () => {
    const { html } = sanitizePost('<p onclick="x()" class="post" id="main" style="color:red" data-pq="1">ok</p>');
    expect(html).toBe('<p>ok</p>');
  });

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    '//evil.example',
    ' jav&#x09;ascript:alert(1)',
    'mailto:a@b.example',
  ])('takes the address off a link to %s', (href) => {
    expect(sanitizePost(`<a href="${href}">x</a>`).html).toBe('<a rel="nofollow noopener noreferrer">x</a>');
  });

  it('sets rel itself, whatever the post says', () => {
    const { html } = sanitizePost('<a rel="opener" target="_top" href="https://a.example/">x</a>');
    expect(html).toBe('<a rel="nofollow noopener noreferrer" href="https://a.example/">x</a>');
  });
});

describe('textToHtml', () => {
  it('makes paragraphs, line breaks and links, and leaves markup as text', () => {
    expect(textToHtml('One <b>\r\ntwo\n\n\nSee https://a.example/x?y=1&z=2.')).toBe(
      '<p>One &lt;b&gt;<br />two</p>\n<p>See <a href="https://a.example/x?y=1&amp;z=2" rel="nofollow noopener noreferrer">https://a.example/x?y=1&amp;z=2</a>.</p>',
    );
  });

  it('keeps an item link whole, so that it can become a card', () => {
    const link = 'https://publisher.example/item#pq=v1;h=AAAAAAAAAAAAAAAAAAAAAA;x=e1;d=1';
    expect(textToHtml(link)).toContain(`href="${link}"`);
  });

  it('makes nothing of nothing', () => {
    expect(textToHtml(' \n\n \t')).toBe('');
  });
});

it('plainWords keeps words apart that stood in different paragraphs', () => {
  expect(plainWords(sanitizePost('<p>one</p><p>two<br>three</p>').html)).toBe('one two three');
});
