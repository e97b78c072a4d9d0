import type { CrowdFact } from '@pullquote/events';
import { acts, leaning, planted, PLANTED, quiet, some, type Attacker } from './attacker.js';
import { cellOf } from './cell.js';
import { itemName, ITEMS, WEEK_MINUTES, WEEKS } from './population.js';

const FOUR: readonly CrowdFact[] = ['saved', 'downloaded', 'recall-seen', 'ae-link-opened'];
const fourOf = (item: string) => FOUR.map((fact) => cellOf(item, fact));
const ALL_WEEKS = Array.from({ length: WEEKS }, (_, week) => week);
const EIGHT = Array.from({ length: 8 }, (_, i) => cellOf(itemName(1 + i), 'viewed'));
const FORTY = Array.from({ length: ITEMS }, (_, i) => cellOf(itemName(1 + i), 'stale-seen'));
const PROMPT_MINUTES = 3;

/** One for each way in that the threat model names, and the strongest that can be built of them. */
export const ATTACKERS: readonly Attacker[] = [
  {
    name: 'timing: a private act right after a visible post',
    cells: 1,
    stage(stage) {
      const { item, victim, random } = stage;
      const cell = cellOf(item, 'printed');
      const minute = random(WEEK_MINUTES - PROMPT_MINUTES);
      return {
        others: acts(quiet(stage, 15, 40), [cell], 1, random),
        posts: [{ doctor: victim, row: { fact: 'shared', item, version: 1, depth: 1 }, week: 1, minute }],
        secret: [{ doctor: victim, cell, week: 1, minute: minute + 1 }],
        guess(view) {
          const came = view.minutes(cell, 1);
          const post = view.scrape.find(({ doctor }) => doctor === victim);
          const seen = WEEK_MINUTES + (post?.minute ?? Number.NaN);
          if (came.some((at) => at >= seen && at <= seen + PROMPT_MINUTES)) return true;
          // Where all comes at once, a place in the batch is all that is left of time.
          return new Set(came).size === 1 && (view.place(cell, 1) ?? 1) < 0.5;
        },
      };
    },
  },
  {
    name: 'counting: subtract those who are seen to have shared',
    cells: 1,
    stage(stage) {
      const { item, victim, random } = stage;
      const cell = cellOf(item, 'citation-opened');
      const sharers = quiet(stage, 15, 40);
      const row = { fact: 'shared', item, version: 2, depth: 1 } as const;
      return {
        // In this room nobody shares what they have not looked up.
        others: acts(sharers, [cell], 2, random),
        posts: sharers.map((doctor) => ({ doctor, row, week: 2, minute: random(WEEK_MINUTES) })),
        secret: acts([victim], [cell], 2, random),
        guess(view) {
          const visible = view.scrape.filter((post) => post.row.item === item && post.row.version === row.version);
          return view.figure(cell, 2) > new Set(visible.map(({ doctor }) => doctor)).size;
        },
      };
    },
  },
  {
    name: 'rarity: an act that nobody else did',
    cells: 1,
    stage({ item, victim, random }) {
      const cell = cellOf(item, 'ae-link-opened');
      return {
        others: [],
        secret: acts([victim], [cell], 0, random),
        guess: (view) => view.minutes(cell, 0).length > 0,
      };
    },
  },
  {
    name: 'fourteen planted accounts',
    cells: 1,
    stage({ item, victim, random }) {
      const cell = cellOf(item, 'saved');
      return {
        others: acts(planted(victim), [cell], 3, random),
        secret: acts([victim], [cell], 3, random),
        guess: (view) => view.figure(cell, 3) > PLANTED,
      };
    },
  },
  {
    name: 'one item per doctor',
    cells: 4,
    stage({ victim, random }) {
      const cells = fourOf(`urn:example:for-${victim}`);
      return {
        others: [],
        secret: acts([victim], cells, 0, random),
        guess: (view) => cells.some((cell) => view.minutes(cell, 0).length > 0),
      };
    },
  },
  {
    name: 'one item per doctor, fourteen planted accounts in it',
    cells: 4,
    stage({ victim, random }) {
      const cells = fourOf(`urn:example:for-${victim}`);
      return {
        others: acts(planted(victim), cells, 0, random),
        secret: acts([victim], cells, 0, random),
        guess: (view) => leaning(view, cells, 0) > 0,
      };
    },
  },
  {
    name: 'differencing over weeks',
    cells: 2,
    stage(stage) {
      const { item, victim, random } = stage;
      const cell = cellOf(item, 'printed');
      const habit = quiet(stage, 20, 60);
      const sum = (figures: number[]) => figures.reduce((one, other) => one + other);
      return {
        others: ALL_WEEKS.flatMap((week) => acts(habit, [cell], week, random)),
        secret: [2, 3].flatMap((week) => acts([victim], [cell], week, random)),
        guess: (view) =>
          sum([2, 3].map((week) => view.figure(cell, week))) > sum([0, 1].map((week) => view.figure(cell, week))),
      };
    },
  },
  {
    name: 'differencing over nested facts',
    cells: 1,
    stage(stage) {
      const { item, victim, random } = stage;
      const [outer, inner] = [cellOf(item, 'downloaded'), cellOf(item, 'saved')];
      return {
        // Whoever saved it had downloaded it; only the victim may have stopped there.
        others: acts(quiet(stage, 20, 60), [outer, inner], 1, random),
        secret: acts([victim], [outer], 1, random),
        guess: (view) => view.figure(outer, 1) > view.figure(inner, 1),
      };
    },
  },
  {
    name: 'everyone else’s acts known',
    cells: 1,
    stage(stage) {
      const { item, victim, random } = stage;
      const cell = cellOf(item, 'viewed');
      return {
        others: acts(some(stage, 20, 60), [cell], 2, random),
        secret: acts([victim], [cell], 2, random),
        guess: (view) => leaning(view, [cell], 2) > 0,
      };
    },
  },
  {
    name: 'the same with fourteen planted accounts, in four facts of one week',
    cells: 4,
    stage({ item, victim, random }) {
      const cells = fourOf(item);
      return {
        others: acts(planted(victim), cells, 1, random),
        secret: acts([victim], cells, 1, random),
        guess: (view) => leaning(view, cells, 1) > 0,
      };
    },
  },
  {
    name: 'the same in every week of the month',
    cells: 16,
    stage({ item, victim, random }) {
      const cells = fourOf(item);
      return {
        others: ALL_WEEKS.flatMap((week) => acts(planted(victim), cells, week, random)),
        secret: ALL_WEEKS.flatMap((week) => acts([victim], cells, week, random)),
        guess: (view) => ALL_WEEKS.reduce((sum, week) => sum + leaning(view, cells, week), 0) > 0,
      };
    },
  },
  {
    name: 'fourteen planted accounts, of a doctor with eight other acts',
    // The secret act may come in, and put one of the others out.
    cells: 2,
    stage({ item, victim, random }) {
      const cell = cellOf(item, 'saved');
      return {
        others: [...acts(planted(victim), [cell], 0, random), ...acts([victim], EIGHT, 0, random)],
        secret: acts([victim], [cell], 0, random),
        guess: (view) => leaning(view, [cell], 0) > 0,
      };
    },
  },
  {
    name: '560 planted accounts, of a doctor who does forty things in a week',
    cells: 4,
    victims: 1,
    stage: ({ victim, random }) => ({
      others: FORTY.flatMap((cell, i) => acts(planted(`${victim} ${i}`), [cell], 3, random)),
      secret: acts([victim], FORTY, 3, random),
      guess(view) {
        // Half way between what is to be expected without the victim, and with it in its share of four cells.
        const without = -Math.tanh(0.5) * FORTY.length;
        return leaning(view, FORTY, 3) > without * (1 - 4 / FORTY.length);
      },
    }),
  },
];
