import type { MethodWords } from './method-words';

/** Rates and their comparison. */
export const wordsRate = [
  {
    method: 'rate.poisson_exact',
    name: 'Rate with exact Poisson limits',
    formula:
      'χ²(α/2; 2x) / 2 to χ²(1 − α/2; 2x + 2) / 2, over the exposure; lower limit 0 at x = 0',
    source: 'Garwood (1936) Biometrika 28:437',
    use: 'Incidence of first episodes, at every count. A rate of 0 is shown with its upper limit.',
    silent:
      'No exposure: no rate. Events without exposure: invalid. Figures need ten children and ten child-months.',
  },
  {
    method: 'rate.byar',
    name: 'Rate with Byar’s limits',
    formula:
      'x(1 − 1/(9x) − z/(3√x))³ to (x + 1)(1 − 1/(9(x + 1)) + z/(3√(x + 1)))³, over the exposure; lower limit 0 at x = 0',
    source: 'Breslow & Day (1987) Statistical Methods in Cancer Research II, p. 69',
    use: 'Part of the rule of English public-health tables, from ten events.',
    silent: 'No exposure: no rate. Events without exposure: invalid.',
  },
  {
    method: 'rate.ohid',
    name: 'Rate by the rule of English public-health tables',
    formula: 'exact Poisson limits below ten events, Byar’s limits from ten',
    source: 'OHID / UKHSA PHEindicatormethods',
    use: 'Rates per 100,000 children, so that they equal published tables digit for digit.',
    silent: 'No population: no rate. Events without population: invalid.',
  },
  {
    method: 'rate.clustered',
    name: 'Incidence of all episodes, robust to repeats',
    formula: 'r = Σe/Σt; r × exp(±z × √Σ(e − r t)² / Σe) over children',
    source: 'Cochran (1977) Sampling Techniques ch. 6; Huber (1967), children as clusters',
    use: 'Episodes per 100 child-months: twenty episodes of one child are not twenty children.',
    silent:
      'No exposure. One child alone: no limits. No episode, or no spread between children: exact limits instead. Figures need ten children and ten child-months and are marked unstable when fewer than ten children had an episode.',
  },
  {
    method: 'rate.ratio_exact',
    name: 'Exact ratio of two rates',
    formula: 'Clopper–Pearson for p = x₁ / (x₁ + x₂), then p/(1 − p) × t₂/t₁',
    source: 'Przyborowski & Wilenski (1940) Biometrika 31:313',
    use: 'Comparing two rates, small counts included.',
    silent:
      'No events in the second group: lower limit only. No events at all: no ratio, p = 1. One group without exposure: nothing.',
  },
  {
    method: 'rate.difference_mover',
    name: 'Difference of two rates',
    formula:
      'd − √((r₁ − l₁)² + (u₂ − r₂)²) to d + √((u₁ − r₁)² + (r₂ − l₂)²), exact limits l and u',
    source: 'Zou & Donner (2008) Stat Med 27:1693; Donner & Zou (2012) Stat Methods Med Res 21:347',
    use: 'How many more per 100,000 in one group than in another.',
    silent: 'One group has no exposure.',
  },
  {
    method: 'rate.dsr_dobson',
    name: 'Directly age-standardised rate',
    formula:
      'r = Σ w e/p, w = share of the standard; r + √(Σ (w/p)² e / Σe) × (Byar’s limit of Σe − Σe)',
    source: 'Dobson, Kuulasmaa, Eberle & Scherer (1991) Stat Med 10:457',
    use: 'Comparing years or regions of other age make-up. The crude rate stands beside it.',
    silent:
      'Fewer than ten events; an age band without population. Where one band weighs far more than the others the lower limit stops at 0: take the gamma limits then.',
  },
  {
    method: 'rate.dsr_fay_feuer',
    name: 'Directly age-standardised rate with gamma limits',
    formula:
      '(v/r) × gamma quantile of shape r²/v, v = Σ (w/p)² e; above the same with r + k and v + k², k the largest w/p',
    source: 'Fay & Feuer (1997) Stat Med 16:791',
    use: 'When one age band weighs more than five times the average, or with fewer than ten events.',
    silent: 'An age band without population.',
  },
  {
    method: 'rate.isr',
    name: 'Indirectly standardised ratio',
    formula:
      'observed / expected, expected = Σ population × reference rate; limits of observed exact below ten events, Byar’s from ten',
    source: 'Breslow & Day (1987) vol. II, ch. 2; OHID / UKHSA PHEindicatormethods',
    use: 'A small area against a reference, from its total only. Never two areas with each other.',
    silent: 'Nothing expected; a reference band without population.',
  },
] as const satisfies readonly MethodWords[];
