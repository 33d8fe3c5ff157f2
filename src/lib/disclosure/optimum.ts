import type { Highs } from 'highs';
import type { Hunt } from './hunt';
import { Master } from './master';
import { nearFractions } from './near-fractions';

/** Rounds of cuts over fractions. */
const MOST_ROUNDS = 40;
/** Seconds below which whole patterns are not begun. */
const WORTH_SECONDS = 0.3;

/**
 * Looks for the pattern of least cost by cutting planes, first over fractions, then over whole
 * patterns (Fischetti & Salazar 2001), within the time of the hunt. The program of the hunt must give
 * multipliers; `lean` where it is the built-in solver, which then also looks for the fractions. Without
 * `deep` only the bound is looked for, by fractions: a wide table has no time for patterns.
 */
export async function improve(
  hunt: Hunt,
  solver: () => Promise<Highs>,
  { lean, deep }: { readonly lean: boolean; readonly deep: boolean },
): Promise<void> {
  const short = () => hunt.seconds() < WORTH_SECONDS;
  const done = lean && (await nearFractions(hunt, short));
  if (hunt.settled() || (done && short())) return;
  const master = new Master(await solver(), hunt.given, hunt.sensitive, hunt.cuts);
  try {
    for (let whole = done, round = 0, fresh = true; fresh && !hunt.settled(); round++) {
      await hunt.pace.breathe();
      const answer = master.solve(whole, hunt.seconds());
      fresh = false;
      if (!answer) break;
      hunt.raise(answer.bound);
      if (answer.share.length === 0 || hunt.settled() || hunt.seconds() < 0) break;
      if (deep && !whole && round % 3 === 0) await hunt.offer(answer.share);
      if (hunt.settled()) break;
      const count = await hunt.cutOff(answer.share, master, whole);
      fresh = count > 0 && (!whole || hunt.seconds() > 0);
      if (hunt.seconds() < 0) continue;
      if (whole) await hunt.offer(answer.share);
      if (whole || !deep || (count > 0 && round <= MOST_ROUNDS)) continue;
      whole = true;
      fresh = true;
    }
  } finally {
    master.dispose();
  }
}
