import type { Part } from './part';
import { problems } from './time-keys';
import type { TimeGroup } from './time-rows';

const words = {
  event: { en: 'had the event', nb: 'hadde hendelsen' },
  other: {
    en: 'left the country, died, turned 18 or met another competing event first',
    nb: 'reiste ut, døde, fylte 18 eller hadde en annen konkurrerende hendelse først',
  },
  moved: {
    en: 'handed on to another body or lost from sight while waiting',
    nb: 'overført til et annet organ eller ute av syne mens de ventet',
  },
  open: {
    en: 'still waiting when last followed (censored)',
    nb: 'ventet fortsatt da de sist ble fulgt (sensurert)',
  },
  unknown: {
    en: 'cannot be timed: no moment of detection, or the moment of the event is not known',
    nb: 'kan ikke tidfestes: oppdagelsen eller hendelsen har ikke kjent tidspunkt',
  },
  invalid: {
    en: 'left out: the time is negative or not under observation (a data error)',
    nb: 'utelatt: tiden er negativ eller utenfor observasjonen (feil i data)',
  },
} as const;

/** Waits of a group that had not ended when they were last followed, also those that were lost from sight. */
export function stillOpen({ keys, at, children }: TimeGroup): number {
  let open = 0;
  for (let i = 0; i < at.length; i++)
    if (['open', 'moved'].includes(outcomeOf(keys, at[i]!))) open += children[i]!;
  return open;
}

/** What became of those whom a curve is about, one line each. */
export function timeOutcomes(groups: readonly TimeGroup[]): NonNullable<Part['ofWhich']> {
  const counts = { event: 0, other: 0, moved: 0, open: 0, unknown: 0, invalid: 0 };
  for (const { keys, at, children } of groups)
    for (let i = 0; i < at.length; i++) counts[outcomeOf(keys, at[i]!)] += children[i]!;
  return (Object.keys(words) as (keyof typeof words)[])
    .map((outcome) => ({ words: words[outcome], count: counts[outcome] }))
    .filter(({ count }) => count > 0);
}

function outcomeOf({ problem, cause, moved }: TimeGroup['keys'], key: number): keyof typeof words {
  if (problem[key] === problems.invalid) return 'invalid';
  if (problem[key] === problems.unknown) return 'unknown';
  if (cause[key] === 1) return 'event';
  if (cause[key] === 2) return 'other';
  return moved[key] ? 'moved' : 'open';
}
