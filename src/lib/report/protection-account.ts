import { keptNumbers } from '$lib/disclosure/kept-numbers';
import type { Released } from '$lib/disclosure/released';
import type { Indicator } from '$lib/schema/indicator';
import type { Language } from '$lib/schema/text';
import { childrenTold } from './children-told';
import { columnWords } from './group-words';
import { formatNumber, plainNumber } from './number-format';
import { protectionAccountWords, verdictOf } from './protection-account-words';
import { protectionWords } from './protection-words';

/** How a figure was protected, in sentences that go with it. */
export interface ProtectionAccount {
  /** Numbers withheld and shown. */
  readonly cost: string;
  readonly rule: string;
  /** Which share of the children is shown; empty where nothing is withheld. */
  readonly children: readonly string[];
  /** What the audit said and how long it took. */
  readonly verdict: string;
  /** What is promised. */
  readonly promise: string;
  readonly limitsTitle: string;
  readonly limits: readonly string[];
}

/** Seconds that a time is told in: an exact one would make every release record another file. */
const told = [1, 2, 5, 10, 30, 60, 120, 300];

/**
 * What is withheld of a figure, by which rule, at what cost, what the audit said, and what all of it
 * does not promise. Rests on shown cells and on the number of withheld ones alone. Null in Working
 * view and where nothing was computed.
 */
export function protectionAccount(
  released: Released,
  indicator: Indicator,
  language: Language,
): ProtectionAccount | null {
  const { protection, mode, rows, unavailable } = released;
  if (mode !== 'release' || unavailable || rows.length === 0) return null;
  const say = protectionAccountWords[language];
  const { threshold, milliseconds } = protection;
  const { shown, zeros, withheld } = keptNumbers(released);
  const number = (value: number) => plainNumber(value, language);
  const { linked = [], population } = indicator;
  const ofChildren = population !== 'programmes' && population !== 'files';
  const list = new Intl.ListFormat(language === 'nb' ? 'nb-NO' : 'en-GB', { type: 'conjunction' });
  const seconds = told.find((most) => milliseconds < most * 1000);
  const verdict = verdictOf(protection, withheld);
  // Numbers withheld without the audit's doing leave its promise as it is where it had to withhold.
  const audit = verdict === 'by rule' ? 'proven' : protection.audit;
  const shares = childrenTold(released, indicator).map(({ columns, share }) =>
    say.children(
      columns.map((column) => columnWords(column, language).toLowerCase()).join(' × '),
      formatNumber(share, 'share', language),
    ),
  );
  return {
    cost: withheld
      ? say.cost({
          withheld: number(withheld),
          shown: number(shown),
          zeros: number(zeros),
          one: { withheld: withheld === 1, shown: shown === 1, zeros: zeros === 1 },
        })
      : say.none(number(shown), number(zeros)),
    rule: [
      say.rule(threshold),
      ...(ofChildren ? [say.beside(threshold, list.format(linked.map(({ id }) => id)))] : []),
    ].join(' '),
    children: withheld === 0 ? [] : shares.length ? shares : [say.noShare],
    verdict: [
      say.verdicts[verdict](threshold),
      seconds ? say.within(seconds) : say.longer(told.at(-1)!),
    ].join(' '),
    promise: protectionWords({ ...released, protection: { ...protection, audit } }, language),
    limitsTitle: say.limitsTitle,
    limits: say.limits,
  };
}

/** The account as lines of a file. */
export function protectionLines(account: ProtectionAccount): string[] {
  const { promise, cost, rule, children, verdict, limitsTitle, limits } = account;
  return [
    ...[promise, rule, cost, ...children, verdict, `${limitsTitle}:`],
    ...limits.map((limit, at) => `${at + 1}. ${limit}`),
  ];
}
