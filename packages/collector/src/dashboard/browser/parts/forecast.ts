import { html, type TemplateResult } from 'lit';
import type { Forecast } from '../../../plan/forecast.js';
import { factWords, specialtyWords } from '../words/facts.js';
import { count, percent } from '../words/numbers.js';
import type { PageContext } from './context.js';
import { whenLoaded } from './loaded.js';
import { table } from './table.js';

/** From a hospital's own to a national network. */
const SIZES = [500, 2_000, 10_000, 50_000] as const;

/** What crowd figures can ever come of a community, by its size: better known before one waits for them. */
export function forecastTable(context: PageContext): TemplateResult {
  const loaded = SIZES.map((doctors) => context.forecast(doctors));
  const waiting = loaded.find(({ state }) => state !== 'ready');
  if (waiting) return whenLoaded(waiting, context, () => html``);
  const forecasts = loaded.flatMap((one) => (one.state === 'ready' ? [one.value] : []));
  const [first] = forecasts;
  if (!first) return html``;
  const { weeklyReaders, items, reach } = first.assumptions;
  return html`<h3>What crowd figures can ever come, by the size of a community</h3>
    <p>
      The part of all figures (one for each item and week) that such a community would release. Below T =
      ${first.threshold} doctors nothing is ever told (ε = ${first.epsilon}).
    </p>
    ${table({
      caption: 'How often a crowd figure would be released, by the size of the community',
      rows: first.facts.map((fact, i) => ({ fact, chances: forecasts.map(({ facts }) => facts[i]?.released ?? 0) })),
      columns: [
        { head: 'What doctors did', cell: ({ fact }) => forecastWords(fact.fact) },
        ...SIZES.map((doctors, i) => ({
          head: `${count(doctors)} doctors`,
          numeric: true,
          cell: ({ chances }: { chances: readonly number[] }) => chanceWords(chances[i] ?? 0),
        })),
        {
          head: 'Every second one from',
          numeric: true,
          wide: true,
          cell: ({ fact }) => `${count(fact.doctorsForHalf)} doctors`,
        },
      ],
    })}
    <p class="table-foot">
      Assumed: ${percent(weeklyReaders)} of the doctors read in a week, ${items} of your items are about, and
      ${percent(reach)} of the week’s readers see the card of one. <code>pullquote-collector plan</code> takes your own
      numbers.
    </p>`;
}

export function chanceWords(chance: Forecast['released']): string {
  return chance < 0.001 ? 'never' : chance > 0.999 ? 'always' : percent(chance);
}

function forecastWords(fact: string): string {
  const [kind, rest] = fact.split(/\.(.*)/);
  if (kind === 'room')
    return `Met it in a room of one specialty${rest === 'SPECIALTY' ? '' : `: ${specialtyWords(rest ?? '')}`}`;
  if (kind === 'excerpt') return 'Quoted one approved excerpt';
  if (kind === 'share-blocked') return 'Was kept from sharing by one rule';
  return factWords(fact);
}
