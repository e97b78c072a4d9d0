// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { upgrade } from '../../packages/elements/src/upgrade.js';

const LINK = 'https://publisher.example/item#pq=v1;h=AAAAAAAAAAAAAAAAAAAAAA;x=e1;d=1';
let stop = () => {};

function show(html: string): void {
  document.body.replaceChildren(...new DOMParser().parseFromString(html, 'text/html').body.childNodes);
}
const cards = () => [...document.querySelectorAll('pq-card')];

afterEach(() => stop());

describe('the upgrader', () => {
  it('wraps a marker, with the stored text inside as fallback', () => {
    show(`<article><blockquote><p>Source</p><p><a href="${LINK}">${LINK}</a></p></blockquote></article>`);
    stop = upgrade();
    expect(cards()).toHaveLength(1);
    expect(cards()[0]?.getAttribute('item')).toBe(LINK);
    expect(cards()[0]?.querySelector('blockquote')?.textContent).toContain('Source');
  });

  it('leaves links alone that are none of ours, and those in a text that is being written', () => {
    show(`<p><a href="https://x.example/#pq=oops">x</a> <a href="http://publisher.example/item#pq=v1;h=AAAAAAAAAAAAAAAAAAAAAA">http</a></p>
      <div contenteditable><a href="${LINK}">draft</a></div>`);
    stop = upgrade();
    expect(cards()).toHaveLength(0);
  });

  it('puts the card after a paragraph that says more, and does so once', () => {
    show(`<p>Look at <a href="${LINK}">this</a> please</p>`);
    stop = upgrade();
    stop();
    stop = upgrade();
    expect(cards()).toHaveLength(1);
    expect(document.querySelector('p')?.textContent).toBe('Look at this please');
  });

  it('makes at most ten cards in one post', () => {
    show(`<article>${`<p>a <a href="${LINK}">b</a></p>`.repeat(50)}</article>`);
    stop = upgrade();
    expect(cards()).toHaveLength(10);
    expect(document.querySelectorAll('a')).toHaveLength(50);
  });
});
