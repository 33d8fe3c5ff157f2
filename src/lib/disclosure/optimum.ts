import type { Highs } from 'highs';
import type { Case } from './capacity';
import { bridges, fullRoom, relationCuts, separate } from './cuts';
import { LeanMaster } from './lean-master';
import { Master } from './master';
import type { Pace } from './pace';
import type { Program } from './program';
import { costOf, giveBack, repair, suppressLoose } from './secondary';
import type { Pattern } from './secondary';
import { sequence } from './suppress';

/** Rounds of cuts over fractions. */
const MOST_ROUNDS = 40;
/** Patterns made from the last fractions, the first as they are, the others moved at random. */
const OFFERS = 8;
const SPREAD = 0.6;
/** Such patterns in a row without a smaller one that end them. */
const IDLE = 3;
/** Seconds below which whole patterns are not begun. */
const WORTH_SECONDS = 0.3;

/** Cells that every pattern of at least this cost withholds: the rest of the cost is only weights. */
const cellsOf = (cost: number): number => Math.max(0, Math.ceil(cost - 0.5 - 1e-4));

/**
 * Looks for the pattern of least cost by cutting planes, first over fractions, then over whole
 * patterns (Fischetti & Salazar 2001), within a time limit. Returns the best pattern met and a
 * lower bound on its number of further cells. `program` repairs and must give multipliers; `lean` where
 * it is the built-in solver, which then also looks for the fractions. Without `deep` only the bound is
 * looked for, by fractions: a wide table has no time for patterns.
 */
export async function improve(
  given: Case,
  solver: () => Promise<Highs>,
  program: Program,
  start: Pattern,
  sensitive: Uint8Array,
  pace: Pace,
  stopAt: number,
  { lean, deep }: { readonly lean: boolean; readonly deep: boolean },
): Promise<{ pattern: Pattern; bound: number }> {
  const lost = new Set(start.unreachable);
  const goals = given.requirements.filter((goal) => !goal.orZero && !lost.has(goal));
  const base = costOf(given, sensitive);
  const full = fullRoom(given);
  const cuts = [...bridges(given, sensitive), ...relationCuts(given, sensitive)];
  let best = start;
  let bound = 0;
  const seconds = () => (stopAt - pace.elapsed()) / 1000;
  const settled = () => cellsOf(bound) >= cellsOf(costOf(given, best.withheld) - base);
  const offer = async (share: Float64Array) => {
    const prices = given.weight.map((weight, cell) => weight * (1.02 - share[cell]!));
    const grown = await repair(given, program, sensitive, goals, prices, pace);
    const found = await giveBack(
      given,
      program,
      grown,
      sensitive,
      goals,
      pace,
      () => seconds() < 0,
    );
    const full = { ...found, unreachable: start.unreachable };
    const settled = await suppressLoose(given, program, full, pace);
    if (costOf(given, settled.withheld) < costOf(given, best.withheld) - 1e-9) best = settled;
  };
  /** Cuts that a share violates: how many were found before time was out. */
  const cutOff = async (share: Float64Array, add: Pick<Master, 'add'>, whole: boolean) => {
    let count = 0;
    for (const goal of goals) {
      if (seconds() < 0) break;
      await pace.breathe();
      const seek = (least: number) => separate(given, program, full, sensitive, goal, share, least);
      const cut = seek(1e-5) ?? (whole ? seek(0) : undefined);
      if (!cut) continue;
      cuts.push(cut);
      add.add(cut);
      count++;
    }
    return count;
  };
  /** Fractions by the built-in solver, and patterns near the last ones. True: no cut is left. */
  const fractions = async (): Promise<boolean> => {
    const master = new LeanMaster(given, sensitive, cuts);
    let last: Float64Array | undefined;
    let fresh = true;
    for (let round = 0; round < MOST_ROUNDS && fresh; round++) {
      await pace.breathe();
      const answer = master.solve();
      if (!answer) return false;
      bound = Math.max(bound, answer.bound);
      last = answer.share;
      if (settled() || seconds() < 0) return true;
      fresh = (await cutOff(last, master, false)) > 0;
    }
    const draw = sequence(4711);
    const moved = (each: number) => Math.min(1, Math.max(0, each + SPREAD * (draw() - 0.5)));
    for (let offers = 0, idle = 0; last && offers < OFFERS && idle < IDLE; offers++) {
      if (settled() || seconds() < 0) break;
      const before = best;
      await offer(offers === 0 ? last : last.map(moved));
      idle = best === before ? idle + 1 : 0;
    }
    return true;
  };
  const done = lean && (await fractions());
  if (settled() || (done && seconds() < WORTH_SECONDS))
    return { pattern: best, bound: cellsOf(bound) };
  const master = new Master(await solver(), given, sensitive, cuts);
  try {
    for (let whole = done, round = 0, fresh = true; fresh && !settled(); round++) {
      await pace.breathe();
      const answer = master.solve(whole, seconds());
      fresh = false;
      if (!answer) break;
      bound = Math.max(bound, answer.bound);
      if (answer.share.length === 0 || settled() || seconds() < 0) break;
      if (deep && !whole && round % 3 === 0) await offer(answer.share);
      if (settled()) break;
      const count = await cutOff(answer.share, master, whole);
      fresh = count > 0 && (!whole || seconds() > 0);
      if (seconds() < 0) continue;
      if (whole) await offer(answer.share);
      if (whole || !deep || (count > 0 && round <= MOST_ROUNDS)) continue;
      whole = true;
      fresh = true;
    }
  } finally {
    master.dispose();
  }
  return { pattern: best, bound: cellsOf(bound) };
}
