import type { MethodWords } from './method-words';

/** Proportions and their comparison. */
export const wordsProportion = [
  {
    method: 'proportion.wilson',
    name: 'Proportion with Wilson score interval',
    formula: '(2x + z² ∓ z√(z² + 4x(1 − x/n))) / (2(n + z²))',
    source: 'Wilson (1927) JASA 22:209; Newcombe (1998) Stat Med 17:857, method 3',
    use: 'Every share of children. Its coverage stays close to 95 % at every size.',
    silent:
      'No children: 0/0 is not a share. More with the property than children: invalid. Figures leave the share out below ten children and mark it unstable below 30 children or ten with the property.',
  },
  {
    method: 'proportion.clopper_pearson',
    name: 'Proportion with exact interval',
    formula: 'Beta(α/2; x, n − x + 1) to Beta(1 − α/2; x + 1, n − x); 0 at x = 0, 1 at x = n',
    source: 'Clopper & Pearson (1934) Biometrika 26:404',
    use: 'Claims of "at most" or "at least", where coverage must never be below the level.',
    silent: 'No children. More with the property than children: invalid.',
  },
  {
    method: 'proportion.difference_newcombe',
    name: 'Difference of two proportions',
    formula:
      'd − √((p₁ − l₁)² + (u₂ − p₂)²) to d + √((u₁ − p₁)² + (p₂ − l₂)²), Wilson limits l and u',
    source: 'Newcombe (1998) Stat Med 17:873, method 10',
    use: 'Comparing two groups. Overlapping intervals of the groups are not a test; this is.',
    silent: 'One group is empty.',
  },
  {
    method: 'proportion.ratio_log',
    name: 'Ratio of two proportions',
    formula: 'ratio × exp(±z√(1/x₁ − 1/n₁ + 1/x₂ − 1/n₂))',
    source: 'Katz, Baptista, Azen & Pike (1978) Biometrics 34:469',
    use: 'Comparing two groups when both have at least one child with the property.',
    silent:
      'A count of 0 has no limits: counts and the difference are shown instead. One group is empty.',
  },
  {
    method: 'proportion.bounds',
    name: 'Share among known values, with the band of the unknown',
    formula: 'yes / (yes + no); band from yes / all to (yes + unknown) / all',
    source: 'Manski (1989) J Human Resources 24:343',
    use: 'Yes / no items with unknowns. Unknown is never counted as no.',
    silent: 'More than 30 % unknown: only the band. Nobody: nothing.',
  },
] as const satisfies readonly MethodWords[];
