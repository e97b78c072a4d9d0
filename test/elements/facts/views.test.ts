// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Views } from '../../../packages/elements/src/facts/views.js';

/** A browser that tells what the test says. */
class Observer {
  static readonly made: Observer[] = [];
  readonly watched = new Set<Element>();
  constructor(readonly tell: (entries: readonly IntersectionObserverEntry[]) => void) {
    Observer.made.push(this);
  }
  observe = (element: Element) => void this.watched.add(element);
  unobserve = (element: Element) => void this.watched.delete(element);
  shows(target: Element, intersectionRatio: number, [width, height] = [400, 300]): void {
    if (this.watched.has(target))
      this.tell([
        { target, intersectionRatio, boundingClientRect: { width, height } } as unknown as IntersectionObserverEntry,
      ]);
  }
}

const viewed: Element[] = [];
let views: Views;
let browser: Observer;
const focus = vi.fn(() => true);
const card = () => document.createElement('div');

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('IntersectionObserver', Observer);
  document.hasFocus = focus;
  focus.mockReturnValue(true);
  viewed.length = Observer.made.length = 0;
  views = new Views((element) => viewed.push(element));
  browser = Observer.made[0] as Observer;
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('tells each card once, after one second without a break', () => {
  const [one, other] = [card(), card()];
  views.watch(one);
  views.watch(other);
  browser.shows(one, 0.6);
  vi.advanceTimersByTime(600);
  browser.shows(other, 0.5);
  vi.advanceTimersByTime(399);
  expect(viewed).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(viewed).toEqual([one]);
  vi.advanceTimersByTime(600);
  expect(viewed).toEqual([one, other]);
  expect(browser.watched.size).toBe(0);
  vi.advanceTimersByTime(10_000);
  expect(viewed).toHaveLength(2);
  expect(vi.getTimerCount()).toBe(0);
});

it('one that leaves before begins anew', () => {
  const one = card();
  views.watch(one);
  browser.shows(one, 0.9);
  vi.advanceTimersByTime(900);
  browser.shows(one, 0.4);
  vi.advanceTimersByTime(5_000);
  browser.shows(one, 0.9);
  vi.advanceTimersByTime(999);
  expect(viewed).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(viewed).toEqual([one]);
});

it('a third of a large one is enough, and of no other', () => {
  const [small, large] = [card(), card()];
  views.watch(small);
  views.watch(large);
  browser.shows(small, 0.35);
  browser.shows(large, 0.35, [500, 500]);
  vi.advanceTimersByTime(3_000);
  expect(viewed).toEqual([large]);
});

it('counts no second in a window without the focus, or behind', () => {
  const one = card();
  views.watch(one);
  browser.shows(one, 1);
  vi.advanceTimersByTime(700);
  focus.mockReturnValue(false);
  dispatchEvent(new Event('blur'));
  vi.advanceTimersByTime(3_000);
  expect(viewed).toEqual([]);
  focus.mockReturnValue(true);
  dispatchEvent(new Event('focus'));
  vi.advanceTimersByTime(999);
  expect(viewed).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(viewed).toEqual([one]);
});

it('one observer and one timer serve a thousand', () => {
  for (let i = 0; i < 1_000; i++) {
    const one = card();
    views.watch(one);
    browser.shows(one, i < 8 ? 1 : 0);
  }
  expect([Observer.made.length, vi.getTimerCount()]).toEqual([1, 1]);
  views.leave(card());
  vi.advanceTimersByTime(1_000);
  expect(viewed).toHaveLength(8);
});
