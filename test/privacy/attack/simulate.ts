import type { Attacker, Scene } from './attacker.js';
import { itemName, populate } from './population.js';
import { seededUniform, sizeBetween } from './random.js';
import type { Release } from './release.js';
import type { Score } from './judge.js';
import { viewsOf } from './view.js';

/** A community's doctors, fewest and most. */
export const SIZES = [50, 5_000] as const;

/**
 * So many months, each in a community of its own: its doctors live, a coin says of each victim whether it did what its attacker
 * asks about, everything is released, and every attacker guesses. The same seed makes the same months for every release.
 */
export function simulate(
  attackers: readonly Attacker[],
  release: Release,
  months: number,
  seed: string,
): ReadonlyMap<Attacker, Score> {
  const scores = new Map<Attacker, Score>(
    attackers.map((attacker) => [attacker, { said: { did: 0, didNot: 0 }, of: { did: 0, didNot: 0 } }]),
  );
  for (let month = 0; month < months; month++) playMonth(attackers, release, `${seed} ${month}`, scores);
  return scores;
}

function playMonth(
  attackers: readonly Attacker[],
  release: Release,
  seed: string,
  scores: ReadonlyMap<Attacker, Score>,
): void {
  const random = seededUniform(`life ${seed}`);
  const members = Array.from({ length: sizeBetween(...SIZES, random) }, (_, i) => `doctor-${i}`);
  const { acts, posts } = populate(members, random);
  const trials: { attacker: Attacker; scene: Scene; victim: string; did: boolean }[] = [];
  for (const attacker of attackers)
    for (let n = 0; n < (attacker.victims ?? 3); n++) {
      const victim = `victim-${trials.length}`;
      const scene = attacker.stage({ item: itemName(trials.length + 1), victim, members, random });
      const did = random(2) === 1;
      acts.push(...scene.others, ...(did ? scene.secret : []));
      posts.push(...(scene.posts ?? []));
      trials.push({ attacker, scene, victim, did });
    }
  const viewOf = viewsOf(release(acts, seededUniform(`release ${seed}`)), posts);
  for (const { attacker, scene, victim, did } of trials) {
    const score = scores.get(attacker);
    if (!score) continue;
    const which = did ? 'did' : 'didNot';
    score.of[which] += 1;
    if (scene.guess(viewOf(victim))) score.said[which] += 1;
  }
}
