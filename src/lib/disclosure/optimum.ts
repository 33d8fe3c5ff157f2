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
 * multipliers; `lean` where it is the built-in solver, which then also looks for the fractions. How
 * `deep`: `bound` looks for that alone, by fractions, because a wide table has no time for patterns;
 * `near` makes do with patterns near the fractions, in steps that are the same on every machine.
 */
export async function improve(
  hunt: Hunt,
  solver: () => Promise<Highs>,
  lean: boolean,
  deep: 'bound' | 'near' | 'whole',
): Promise<void> {
  const done = lean && (await nearFractions(hunt, deep === 'near'));
  if (hunt.settled() || (done && (deep === 'near' || hunt.seconds() < WORTH_SECONDS))) return;
  const master = new Master(await solver(), hunt.given, hunt.sensitive, hunt.cuts);
  try {
    for (let whole = done, round = 0, fresh = true; fresh && !hunt.settled(); round++) {
      await hunt.pace.breathe();
      const answer = master.solve(whole, hunt.seconds());
      fresh = false;
      if (!answer) break;
      hunt.raise(answer.bound);
      if (answer.share.length === 0 || hunt.settled() || hunt.seconds() < 0) break;
      if (deep !== 'bound' && !whole && round % 3 === 0) await hunt.offer(answer.share);
      if (hunt.settled()) break;
      const count = await hunt.cutOff(answer.share, master, whole);
      fresh = count > 0 && (!whole || hunt.seconds() > 0);
      if (hunt.seconds() < 0) continue;
      if (whole) await hunt.offer(answer.share);
      if (whole || deep === 'bound' || (count > 0 && round <= MOST_ROUNDS)) continue;
      whole = true;
      fresh = true;
    }
  } finally {
    master.dispose();
  }
}
