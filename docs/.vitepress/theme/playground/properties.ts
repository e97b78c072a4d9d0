/** What a community can set, with the control that fits. A test holds this list to the elements' manifest. */
export type Property = {
  readonly name: `--pq-${string}`;
  readonly label: string;
} & (
  | { readonly kind: 'colour' }
  | {
      readonly kind: 'length';
      readonly unit: 'rem' | 'em';
      readonly min: number;
      readonly max: number;
      readonly step: number;
      readonly unset: number;
    }
  | { readonly kind: 'font'; readonly fonts: readonly (readonly [label: string, value: string])[] }
);

export const PROPERTIES: readonly Property[] = [
  { name: '--pq-accent', label: 'Accent', kind: 'colour' },
  { name: '--pq-ink', label: 'Ink', kind: 'colour' },
  { name: '--pq-ground', label: 'Ground', kind: 'colour' },
  {
    name: '--pq-quote-font',
    label: 'Font of the passage',
    kind: 'font',
    fonts: [
      ['A text serif', ''],
      ['System sans', 'system-ui, sans-serif'],
      ['Verdana', "Verdana, 'DejaVu Sans', sans-serif"],
      ['Georgia', 'Georgia, serif'],
    ],
  },
  { name: '--pq-font-size', label: 'Size', kind: 'length', unit: 'em', min: 0.8, max: 1.3, step: 0.05, unset: 1 },
  { name: '--pq-radius', label: 'Corners', kind: 'length', unit: 'rem', min: 0, max: 1.5, step: 0.125, unset: 0.25 },
  { name: '--pq-indent', label: 'Indent', kind: 'length', unit: 'rem', min: 0.25, max: 2.5, step: 0.25, unset: 1 },
  { name: '--pq-gap', label: 'Gap', kind: 'length', unit: 'rem', min: 0, max: 2.5, step: 0.25, unset: 0.75 },
];

/** Property → value; what is not set is left to the element. */
export type Values = Readonly<Record<string, string>>;

/** The lines that a community pastes. */
export function cssOf(values: Values, dark: boolean): string {
  const lines = PROPERTIES.flatMap(({ name }) => (values[name] ? [`  ${name}: ${values[name]};`] : []));
  const scheme = dark ? ':root {\n  color-scheme: dark;\n}\n' : '';
  const rule = lines.length > 0 ? `pq-card,\npq-label,\npq-share {\n${lines.join('\n')}\n}\n` : '';
  return scheme + rule || '/* Nothing set: the elements take what stands around them. */\n';
}
