import type { MethodWords } from './method-words';

/** Rates and their comparison. */
export const wordsRate = [
  {
    method: 'rate.poisson_exact',
    name: { en: 'Rate with exact Poisson limits', nb: 'Rate med eksakte Poisson-grenser' },
    formula: {
      en: 'χ²(α/2; 2x) / 2 to χ²(1 − α/2; 2x + 2) / 2, over the exposure; lower limit 0 at x = 0',
      nb: 'χ²(α/2; 2x) / 2 til χ²(1 − α/2; 2x + 2) / 2, delt på persontiden; nedre grense 0 ved x = 0',
    },
    source: 'Garwood (1936) Biometrika 28:437',
    use: {
      en: 'Incidence of first episodes, at every count. A rate of 0 is shown with its upper limit.',
      nb: 'Insidens av første episoder, uansett antall. En rate på 0 vises med sin øvre grense.',
    },
    silent: {
      en: 'No exposure: no rate. Events without exposure: invalid. Figures need ten children and ten child-months.',
      nb: 'Ingen persontid: ingen rate. Hendelser uten persontid: ugyldig. Tallene i appen krever ti barn og ti barnemåneder.',
    },
  },
  {
    method: 'rate.byar',
    name: { en: 'Rate with Byar’s limits', nb: 'Rate med Byars grenser' },
    formula: {
      en: 'x(1 − 1/(9x) − z/(3√x))³ to (x + 1)(1 − 1/(9(x + 1)) + z/(3√(x + 1)))³, over the exposure; lower limit 0 at x = 0',
      nb: 'x(1 − 1/(9x) − z/(3√x))³ til (x + 1)(1 − 1/(9(x + 1)) + z/(3√(x + 1)))³, delt på persontiden; nedre grense 0 ved x = 0',
    },
    source: 'Breslow & Day (1987) Statistical Methods in Cancer Research II, p. 69',
    use: {
      en: 'Part of the rule of English public-health tables, from ten events.',
      nb: 'Del av regelen for engelske folkehelsetabeller, fra ti hendelser.',
    },
    silent: {
      en: 'No exposure: no rate. Events without exposure: invalid.',
      nb: 'Ingen persontid: ingen rate. Hendelser uten persontid: ugyldig.',
    },
  },
  {
    method: 'rate.ohid',
    name: {
      en: 'Rate by the rule of English public-health tables',
      nb: 'Rate etter regelen for engelske folkehelsetabeller',
    },
    formula: {
      en: 'exact Poisson limits below ten events, Byar’s limits from ten',
      nb: 'eksakte Poisson-grenser under ti hendelser, Byars grenser fra ti',
    },
    source: 'OHID / UKHSA PHEindicatormethods',
    use: {
      en: 'Rates per 100,000 children, so that they equal published tables digit for digit.',
      nb: 'Rater per 100\u202F000 barn, slik at de er like publiserte tabeller siffer for siffer.',
    },
    silent: {
      en: 'No population: no rate. Events without population: invalid.',
      nb: 'Ingen befolkning: ingen rate. Hendelser uten befolkning: ugyldig.',
    },
  },
  {
    method: 'rate.clustered',
    name: {
      en: 'Incidence of all episodes, robust to repeats',
      nb: 'Insidens av alle episoder, robust mot gjentakelser',
    },
    formula: {
      en: 'r = Σe/Σt; r × exp(±z × √Σ(e − r t)² / Σe) over children',
      nb: 'r = Σe/Σt; r × exp(±z × √Σ(e − r t)² / Σe) over barna',
    },
    source: 'Cochran (1977) Sampling Techniques ch. 6; Huber (1967), children as clusters',
    use: {
      en: 'Episodes per 100 child-months: twenty episodes of one child are not twenty children.',
      nb: 'Episoder per 100 barnemåneder: Tjue episoder for ett barn er ikke tjue barn.',
    },
    silent: {
      en: 'No exposure. One child alone: no limits. No episode, or no spread between children: exact limits instead. Figures need ten children and ten child-months and are marked unstable when fewer than ten children had an episode.',
      nb: 'Ingen persontid. Bare ett barn: ingen grenser. Ingen episode, eller ingen spredning mellom barna: eksakte grenser i stedet. Tallene i appen krever ti barn og ti barnemåneder og merkes usikre når færre enn ti barn hadde en episode.',
    },
  },
  {
    method: 'rate.ratio_exact',
    name: { en: 'Exact ratio of two rates', nb: 'Eksakt forhold mellom to rater' },
    formula: {
      en: 'Clopper–Pearson for p = x₁ / (x₁ + x₂), then p/(1 − p) × t₂/t₁',
      nb: 'Clopper–Pearson for p = x₁ / (x₁ + x₂), deretter p/(1 − p) × t₂/t₁',
    },
    source: 'Przyborowski & Wilenski (1940) Biometrika 31:313',
    use: {
      en: 'Comparing two rates, small counts included.',
      nb: 'Sammenligning av to rater, også ved små antall.',
    },
    silent: {
      en: 'No events in the second group: lower limit only. No events at all: no ratio, p = 1. One group without exposure: nothing.',
      nb: 'Ingen hendelser i den andre gruppen: bare nedre grense. Ingen hendelser i det hele tatt: ikke noe forhold, p = 1. En gruppe uten persontid: ingenting.',
    },
  },
  {
    method: 'rate.difference_mover',
    name: { en: 'Difference of two rates', nb: 'Differanse mellom to rater' },
    formula: {
      en: 'd − √((r₁ − l₁)² + (u₂ − r₂)²) to d + √((u₁ − r₁)² + (r₂ − l₂)²), exact limits l and u',
      nb: 'd − √((r₁ − l₁)² + (u₂ − r₂)²) til d + √((u₁ − r₁)² + (r₂ − l₂)²), eksakte grenser l og u',
    },
    source: 'Zou & Donner (2008) Stat Med 27:1693; Donner & Zou (2012) Stat Methods Med Res 21:347',
    use: {
      en: 'How many more per 100,000 in one group than in another.',
      nb: 'Hvor mange flere per 100\u202F000 det er i én gruppe enn i en annen.',
    },
    silent: { en: 'One group has no exposure.', nb: 'Den ene gruppen har ingen persontid.' },
  },
  {
    method: 'rate.dsr_dobson',
    name: { en: 'Directly age-standardised rate', nb: 'Direkte aldersstandardisert rate' },
    formula: {
      en: 'r = Σ w e/p, w = share of the standard; r + √(Σ (w/p)² e / Σe) × (Byar’s limit of Σe − Σe)',
      nb: 'r = Σ w e/p, w = andel av standardbefolkningen; r + √(Σ (w/p)² e / Σe) × (Byars grense for Σe − Σe)',
    },
    source: 'Dobson, Kuulasmaa, Eberle & Scherer (1991) Stat Med 10:457',
    use: {
      en: 'Comparing years or regions of other age make-up. The crude rate stands beside it.',
      nb: 'Sammenligning av år eller regioner med ulik alderssammensetning. Den ustandardiserte raten står ved siden av.',
    },
    silent: {
      en: 'Fewer than ten events; an age band without population. Where one band weighs far more than the others the lower limit stops at 0: take the gamma limits then.',
      nb: 'Færre enn ti hendelser; en aldersgruppe uten befolkning. Der én aldersgruppe veier langt mer enn de andre, stopper nedre grense på 0: Bruk da gammagrensene.',
    },
  },
  {
    method: 'rate.dsr_fay_feuer',
    name: {
      en: 'Directly age-standardised rate with gamma limits',
      nb: 'Direkte aldersstandardisert rate med gammagrenser',
    },
    formula: {
      en: '(v/r) × gamma quantile of shape r²/v, v = Σ (w/p)² e; above the same with r + k and v + k², k the largest w/p',
      nb: '(v/r) × gammakvantil med form r²/v, v = Σ (w/p)² e; øvre grense tilsvarende med r + k og v + k², k den største w/p',
    },
    source: 'Fay & Feuer (1997) Stat Med 16:791',
    use: {
      en: 'When one age band weighs more than five times the average, or with fewer than ten events.',
      nb: 'Når én aldersgruppe veier mer enn fem ganger gjennomsnittet, eller ved færre enn ti hendelser.',
    },
    silent: { en: 'An age band without population.', nb: 'En aldersgruppe uten befolkning.' },
  },
  {
    method: 'rate.isr',
    name: { en: 'Indirectly standardised ratio', nb: 'Indirekte standardisert forholdstall' },
    formula: {
      en: 'observed / expected, expected = Σ population × reference rate; limits of observed exact below ten events, Byar’s from ten',
      nb: 'observert / forventet, forventet = Σ befolkning × referanserate; grenser for observert eksakte under ti hendelser, Byars fra ti',
    },
    source: 'Breslow & Day (1987) vol. II, ch. 2; OHID / UKHSA PHEindicatormethods',
    use: {
      en: 'A small area against a reference, from its total only. Never two areas with each other.',
      nb: 'Et lite område mot en referanse, bare ut fra totalen. Aldri to områder mot hverandre.',
    },
    silent: {
      en: 'Nothing expected; a reference band without population.',
      nb: 'Ingen forventede; en aldersgruppe i referansen uten befolkning.',
    },
  },
] as const satisfies readonly MethodWords[];
