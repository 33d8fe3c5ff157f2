import type { Case } from './capacity';
import { eliminate } from './eliminate';
import { narrow } from './narrow';
import type { Pace } from './pace';
import type { Program } from './program';
import type { Requirement } from './requirement';
import { costOf, giveBack, repair, suppressLoose } from './secondary';
import type { Pattern } from './secondary';

/** Repairs of a pattern from its sensitive cells before single cells are given back. */
const PASSES = 8;
/** Passes in a row without a smaller pattern that end them. */
const IDLE = 2;

/** A small fixed sequence, so that one report is always protected alike. */
export function sequence(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48271) % 2147483647) / 2147483647;
}

/**
 * Repairs anew from the sensitive cells, with no cells but those of the pattern, in another order and
 * at other prices. What no second table needs any more is given back at once. A pattern is one of
 * fewer cells of the one before, so that an earlier end withholds all that a later one does.
 */
async function lighten(
  given: Case,
  program: Program,
  start: Pattern,
  sensitive: Uint8Array,
  goals: readonly Requirement[],
  draw: () => number,
  pace: Pace,
  enough: () => boolean,
): Promise<Pattern> {
  const lost = new Set(start.unreachable);
  const kept = goals.filter((goal) => !lost.has(goal));
  let best = start;
  for (let pass = 0, idle = 0; pass < PASSES && idle < IDLE && !enough(); pass++) {
    const { withheld } = best;
    const inside = {
      ...given,
      selectable: withheld.map((each, at) => each && given.selectable[at]!),
    };
    const prices = given.weight.map((weight) => weight * (0.3 + draw()));
    const order = pass % 2 === 0 ? kept.toReversed() : kept;
    const lean = narrow(given, withheld, program, false);
    try {
      const found = await repair(inside, lean, sensitive, order, prices, pace);
      idle++;
      if (found.unreachable.length > 0) continue;
      if (costOf(given, found.withheld) > costOf(given, withheld) - 1e-9) continue;
      best = { ...found, unreachable: start.unreachable };
      idle = 0;
    } finally {
      lean.dispose();
    }
  }
  return best;
}

/**
 * Complementary suppression by repair and clean-up from several starts; the cheapest pattern wins.
 * `starts` orders and weights are drawn from a fixed sequence; `enough` ends the looking for less.
 */
export async function suppress(
  given: Case,
  program: Program,
  sensitive: Uint8Array,
  starts: number,
  pace: Pace,
  enough: () => boolean = () => false,
  wide = starts === 1,
  orNothing = false,
): Promise<Pattern> {
  const firm = given.requirements.filter((goal) => !goal.orZero);
  let best: Pattern | undefined;
  for (let start = 0; start < starts; start++) {
    if (best && enough()) break;
    const draw = sequence(7919 + 104729 * start);
    const weights = given.weight.map((weight) => (start < 2 ? weight : weight * (0.5 + draw())));
    const rank = new Map(firm.map((goal, at) => [goal, start < 2 ? at : draw()]));
    const goals = [...firm].sort(
      (a, b) =>
        (start < 2 ? (start === 0 ? b.need - a.need : a.need - b.need) : 0) ||
        rank.get(a)! - rank.get(b)!,
    );
    const from = wide ? eliminate(given, sensitive) : sensitive;
    const grown = await repair(given, program, from, goals, weights, pace, orNothing);
    const light = wide
      ? await lighten(given, program, grown, sensitive, goals, draw, pace, enough)
      : grown;
    const found = await giveBack(given, program, light, sensitive, firm, pace, enough);
    if (!best || costOf(given, found.withheld) < costOf(given, best.withheld) - 1e-9) best = found;
    if (best.unreachable.length === 0 && costOf(given, best.withheld) === costOf(given, sensitive))
      break;
  }
  return suppressLoose(given, program, best!, pace);
}
