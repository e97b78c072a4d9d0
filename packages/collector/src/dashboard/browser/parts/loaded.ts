import { html, type TemplateResult } from 'lit';
import type { Failure, Loaded } from '../state/reports.js';
import type { PageContext } from './context.js';

/** What has come, or that it is coming, or why it does not and what to do. */
export function whenLoaded<T>(
  loaded: Loaded<T>,
  context: Pick<PageContext, 'retry'>,
  view: (value: T) => TemplateResult,
): TemplateResult {
  switch (loaded.state) {
    case 'ready':
      return view(loaded.value);
    case 'loading':
      return html`<div class="loading" role="status"><span class="unseen">Loading</span></div>`;
    case 'failed':
      return failureView(loaded.failure, context);
  }
}

export function failureView(failure: Failure, { retry }: Pick<PageContext, 'retry'>): TemplateResult {
  if (failure.kind === 'signed-out') {
    const here = location.pathname + location.search;
    return html`<div class="failure" role="alert">
      <h2>You are signed out</h2>
      <p>Your session has ended, or somebody revoked its key. You come back to this page afterwards.</p>
      <p><a class="button" href=${`/sign-in?to=${encodeURIComponent(here)}`}>Sign in</a></p>
    </div>`;
  }
  return html`<div class="failure" role="alert">
    <p>${WORDS[failure.kind]}${failure.kind === 'refused' ? failure.sentence : ''}</p>
    <p><button type="button" @click=${retry}>Try again</button></p>
  </div>`;
}

const WORDS: Record<Exclude<Failure['kind'], 'signed-out'>, string> = {
  unreachable: 'The collector cannot be reached. Nothing is lost: what it has stored is there when it is back.',
  failed: 'The collector could not make this report. Its log says why.',
  'other-version': 'The collector was renewed since this page was opened. Reload the page.',
  refused: 'The collector would not answer: ',
};
