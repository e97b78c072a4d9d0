import { html, type TemplateResult } from 'lit';
import type { CrowdFigure, CrowdRate } from '../../../report/types.js';

const DEFAULT = [{ threshold: 15, epsilon: 1 }];

/** How crowd figures are to be read; it stands once on every page that has any. */
export function crowdNote(values: readonly (CrowdFigure | CrowdRate)[]): TemplateResult {
  const told = values.flatMap((value) => (value.state === 'released' ? value.noise : []));
  const noise = told.length === 0 ? DEFAULT : told;
  const least = [...new Set(noise.map(({ threshold }) => threshold))].sort((a, b) => a - b);
  const epsilons = [...new Set(noise.map(({ epsilon }) => epsilon))].sort((a, b) => a - b);
  return html`<aside class="aside" aria-labelledby="crowds-note">
    <h2 id="crowds-note">How to read figures of crowds</h2>
    <p>
      What doctors do in private is told only in crowds. After a week has closed, a community counts the distinct
      doctors for each item, adds noise (ε = ${epsilons.join(' or ')}) and releases a figure only if it comes to
      ${least.join(' or ')} at least (T = ${least.join(' or ')}). A figure is drawn as the range of true counts that it
      goes with: of 100 such ranges, 95 hold the true one. For sums the ranges are added up, so they are wider still.
    </p>
    <p>
      <strong>Not released</strong> is not zero: fewer doctors than that, or a community that does not count reading. A
      doctor is counted once for each week, item and community, and in four figures a week at most, so sums are of
      <em>doctor-weeks</em>, and they leave out what was not released.
    </p>
  </aside>`;
}
