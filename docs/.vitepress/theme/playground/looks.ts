import type { Values } from './properties.js';

/** A host, as far as a card can tell: its ground, its text, its shapes; and the lines that it took. */
export interface Look {
  readonly name: string;
  readonly dark: boolean;
  readonly host: {
    readonly ground: string;
    readonly post: string;
    readonly ink: string;
    readonly font: string;
    readonly radius: string;
  };
  readonly values: Values;
}

const SANS = "system-ui, -apple-system, 'Segoe UI', 'Noto Sans', sans-serif";
const SERIF = "Charter, 'Bitstream Charter', 'DejaVu Serif', serif";

/** The first takes nothing; the others are those of the pictures below, as test/screenshots/looks has them. */
export const LOOKS: readonly Look[] = [
  {
    name: 'Nothing set',
    dark: false,
    host: { ground: '#eef1f0', post: '#ffffff', ink: '#1d2322', font: `1rem/1.55 ${SANS}`, radius: '6px' },
    values: {},
  },
  {
    name: 'Bulletin board',
    dark: false,
    host: {
      ground: '#e5edf5',
      post: '#ecf3f7',
      ink: '#1f2836',
      font: "0.85rem/1.45 Verdana, 'DejaVu Sans', sans-serif",
      radius: '0',
    },
    values: {
      '--pq-accent': '#105289',
      '--pq-radius': '0.125rem',
      '--pq-quote-font': "Verdana, 'DejaVu Sans', sans-serif",
      '--pq-indent': '0.75rem',
    },
  },
  {
    name: 'Forum in the dark',
    dark: true,
    host: { ground: '#0f1117', post: '#14161d', ink: '#dfe3ee', font: `1rem/1.55 ${SANS}`, radius: '6px' },
    values: { '--pq-accent': '#b9a5ff', '--pq-ground': '#1c1f29', '--pq-gap': '1.25rem' },
  },
  {
    name: 'Learned society',
    dark: false,
    host: { ground: '#f5efe2', post: '#fffdf8', ink: '#1d1a16', font: `1.05rem/1.6 ${SERIF}`, radius: '0' },
    values: { '--pq-accent': '#7b1e28', '--pq-radius': '0rem', '--pq-font-size': '0.95em', '--pq-indent': '1.5rem' },
  },
  {
    name: 'Hospital intranet',
    dark: false,
    host: {
      ground: '#d9dcde',
      post: '#ffffff',
      ink: '#000000',
      font: "0.8rem/1.4 Arial, 'Liberation Sans', sans-serif",
      radius: '0',
    },
    values: { '--pq-accent': '#004a99', '--pq-radius': '0rem', '--pq-gap': '0.5rem', '--pq-indent': '0.5rem' },
  },
  {
    name: 'Junior doctors’ app',
    dark: false,
    host: {
      ground: '#fdf0e7',
      post: '#ffffff',
      ink: '#33261d',
      font: `1.05rem/1.5 Nunito, ${SANS}`,
      radius: '1.25rem',
    },
    values: { '--pq-accent': '#a43e16', '--pq-radius': '1rem', '--pq-quote-font': 'system-ui, sans-serif' },
  },
];
