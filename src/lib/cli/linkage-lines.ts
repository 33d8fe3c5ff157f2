import type { Linked } from '$lib/measure/candidates';
import { linkageRules } from '$lib/measure/linkage-rules';

/** Counts of what comparing records found: by rule, and what that means for the number of children. */
export function linkageJson({ byRule, alike, undated, children, tooMany, undecided }: Linked) {
  return {
    rules: byRule.map((pairs, i) => ({
      rule: linkageRules[i]?.code ?? '',
      words: linkageRules[i]?.words.en ?? '',
      pairs,
    })),
    ...{ undecided, tooMany, alike, undated },
    fewest: children.fewest,
    most: children.most,
    exact: children.exact,
  };
}

/** The same as lines of text. */
export function linkageLines(found: Linked): string {
  const { rules, undecided, tooMany, alike, undated, fewest, most, exact } = linkageJson(found);
  return [
    ...rules.map(({ rule, words, pairs }) => `${rule}: ${pairs} pairs\n  ${words}.`),
    ...(tooMany ? ['Too many pairs to decide: every pair counts as two children.'] : []),
    ...(alike
      ? [`Not compared under some rule: ${alike} records that over 200 others are like.`]
      : []),
    ...(undated ? [`Not compared: ${undated} records without a date or an age.`] : []),
    `${undecided} pairs are undecided. Between ${fewest} and ${most} children and other persons${exact ? '' : ' (the fewest is a lower bound)'}.`,
  ].join('\n');
}
