import type { Costs, Point } from './points.js';
import { ServiceTimes } from './service-times.js';
import { simulatePoint, type Simulated } from './simulate-point.js';

/** From points with so many connections the service times are taken: one after the other, and many at once. */
const SHOWN: Readonly<Record<Point['server'], readonly number[]>> = { relay: [1, 48], collector: [1, 16] };

export interface Reproduced {
  readonly measured: Point;
  readonly simulated: Simulated;
  /** False where the simulation had not seen the point before. */
  readonly shown: boolean;
}

export function timesOf({ points }: Costs, server: Point['server']): ServiceTimes {
  return new ServiceTimes(
    server,
    points.filter((point) => point.server === server && isShown(point)),
  );
}

/** Every measured point beside the simulated one. */
export function reproduce(costs: Costs, times = (server: Point['server']) => timesOf(costs, server)): Reproduced[] {
  return costs.points.map((measured) => ({
    measured,
    simulated: simulatePoint(measured, times(measured.server), costs.cores),
    shown: isShown(measured),
  }));
}

function isShown({ server, atOnce }: Point): boolean {
  return SHOWN[server].includes(atOnce);
}
