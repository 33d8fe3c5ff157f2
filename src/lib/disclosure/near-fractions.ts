import type { Hunt } from './hunt';
import { LeanMaster } from './lean-master';
import { roundUp } from './round-up';
import { costOf } from './secondary';
import { sequence } from './suppress';

/** Rounds of cuts over fractions. */
const MOST_ROUNDS = 40;
/** How far shares are moved that patterns are made near: those that are repaired, and rounded ones. */
const FAR = 0.6;
const NEAR = 0.3;
/** Patterns in a row without a smaller one that end the looking near fractions, and their number. */
const IDLE = 2;
const MOST_OFFERS = 8;
/** Roundings at most, and shares that are rounded for each. */
const MOST_ROUNDINGS = 12;
const TRIES = 4;
/** A rounded pattern that so many requirements break is no start for a repair. */
const MANY_BROKEN = 4;

type Draw = () => number;

const moved = (share: Float64Array, spread: number, draw: Draw): Float64Array =>
  share.map((each) => Math.min(1, Math.max(0, each + spread * (draw() - 0.5))));

/**
 * Cuts over fractions by the built-in solver, then patterns near the last fractions. With `rounding`
 * a fixed number of them stands in for whole patterns by HiGHS. True: no fractions
 * are left to be cut off. False: the program is too large for the built-in solver.
 */
export async function nearFractions(hunt: Hunt, rounding: boolean): Promise<boolean> {
  const master = new LeanMaster(hunt.given, hunt.sensitive, hunt.cuts);
  let share = solve(hunt, master);
  for (let round = 0; share && !isOver(hunt) && round < MOST_ROUNDS; round++) {
    if ((await hunt.cutOff(share, master, false)) === 0) break;
    share = solve(hunt, master);
  }
  if (!share) return false;
  const draw = sequence(4711);
  if (rounding) await byRounding(hunt, master, share, draw);
  else await byRepair(hunt, share, draw);
  return true;
}

const isOver = (hunt: Hunt): boolean => hunt.settled() || hunt.seconds() < 0;

function solve(hunt: Hunt, master: LeanMaster): Float64Array | undefined {
  const answer = master.solve();
  if (answer) hunt.raise(answer.bound);
  return answer?.share;
}

async function byRepair(hunt: Hunt, share: Float64Array, draw: Draw): Promise<void> {
  for (let offers = 0, idle = 0; offers < MOST_OFFERS && idle < IDLE; offers++) {
    if (isOver(hunt)) return;
    const before = hunt.best;
    await hunt.offer(offers === 0 ? share : moved(share, FAR, draw));
    idle = hunt.best === before ? idle + 1 : 0;
  }
}

/** Rounded up to what meets every cut, cut off while that is not safe, repaired where little is amiss. */
async function byRounding(
  hunt: Hunt,
  master: LeanMaster,
  start: Float64Array,
  draw: Draw,
): Promise<void> {
  const { given, sensitive } = hunt;
  let share = start;
  for (let round = 0, idle = 0; round < MOST_ROUNDINGS && idle < IDLE; round++) {
    if (isOver(hunt)) return;
    await hunt.pace.breathe();
    const before = hunt.best;
    let found: Uint8Array | undefined;
    let cost = hunt.cost() - 1e-9;
    for (let one = 0; one < TRIES; one++) {
      const near = one === 0 ? share : moved(share, NEAR, draw);
      const rounded = roundUp(given, hunt.cuts, hunt.pricesNear(near));
      if (!rounded || costOf(given, rounded) >= cost) continue;
      found = rounded;
      cost = costOf(given, rounded);
    }
    let broken = 0;
    if (found) {
      const whole = Float64Array.from(found, (each, cell) => (sensitive[cell] ? 1 : each));
      broken = await hunt.cutOff(whole, master, true);
      if (broken < MANY_BROKEN) await hunt.offer(whole);
      if (broken > 0) share = solve(hunt, master) ?? share;
    } else await hunt.offer(moved(share, FAR, draw));
    idle = hunt.best !== before ? 0 : broken > 0 ? idle : idle + 1;
  }
}
