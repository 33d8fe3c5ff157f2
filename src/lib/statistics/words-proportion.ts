import type { MethodWords } from './method-words';

/** Proportions and their comparison. */
export const wordsProportion = [
  {
    method: 'proportion.wilson',
    name: {
      en: 'Proportion with Wilson score interval',
      nb: 'Andel med Wilsons konfidensintervall',
    },
    formula: '(2x + z² ∓ z√(z² + 4x(1 − x/n))) / (2(n + z²))',
    source: 'Wilson (1927) JASA 22:209; Newcombe (1998) Stat Med 17:857, method 3',
    use: {
      en: 'Every share of children. Its coverage stays close to 95 % at every size.',
      nb: 'Alle andeler av barn. Dekningsgraden holder seg nær 95\u00A0% uansett antall.',
    },
    silent: {
      en: 'No children: 0/0 is not a share. More with the property than children: invalid. Figures leave the share out below ten children and mark it unstable below 30 children or ten with the property.',
      nb: 'Ingen barn: 0/0 er ikke en andel. Flere med kjennetegnet enn det er barn: ugyldig. Tallene i appen utelater andelen under ti barn og merker den usikker under 30 barn eller ti med kjennetegnet.',
    },
  },
  {
    method: 'proportion.clopper_pearson',
    name: { en: 'Proportion with exact interval', nb: 'Andel med eksakt konfidensintervall' },
    formula: {
      en: 'Beta(α/2; x, n − x + 1) to Beta(1 − α/2; x + 1, n − x); 0 at x = 0, 1 at x = n',
      nb: 'Beta(α/2; x, n − x + 1) til Beta(1 − α/2; x + 1, n − x); 0 ved x = 0, 1 ved x = n',
    },
    source: 'Clopper & Pearson (1934) Biometrika 26:404',
    use: {
      en: 'Claims of "at most" or "at least", where coverage must never be below the level.',
      nb: 'Utsagn om «høyst» eller «minst», der dekningsgraden aldri må være under nivået.',
    },
    silent: {
      en: 'No children. More with the property than children: invalid.',
      nb: 'Ingen barn. Flere med kjennetegnet enn det er barn: ugyldig.',
    },
  },
  {
    method: 'proportion.difference_newcombe',
    name: { en: 'Difference of two proportions', nb: 'Differanse mellom to andeler' },
    formula: {
      en: 'd − √((p₁ − l₁)² + (u₂ − p₂)²) to d + √((u₁ − p₁)² + (p₂ − l₂)²), Wilson limits l and u',
      nb: 'd − √((p₁ − l₁)² + (u₂ − p₂)²) til d + √((u₁ − p₁)² + (p₂ − l₂)²), Wilson-grenser l og u',
    },
    source: 'Newcombe (1998) Stat Med 17:873, method 10',
    use: {
      en: 'Comparing two groups. Overlapping intervals of the groups are not a test; this is.',
      nb: 'Sammenligning av to grupper. At intervallene til gruppene overlapper, er ingen test; det er denne.',
    },
    silent: { en: 'One group is empty.', nb: 'Den ene gruppen er tom.' },
  },
  {
    method: 'proportion.ratio_log',
    name: { en: 'Ratio of two proportions', nb: 'Forholdet mellom to andeler' },
    formula: {
      en: 'ratio × exp(±z√(1/x₁ − 1/n₁ + 1/x₂ − 1/n₂))',
      nb: 'forholdet × exp(±z√(1/x₁ − 1/n₁ + 1/x₂ − 1/n₂))',
    },
    source: 'Katz, Baptista, Azen & Pike (1978) Biometrics 34:469',
    use: {
      en: 'Comparing two groups when both have at least one child with the property.',
      nb: 'Sammenligning av to grupper når begge har minst ett barn med kjennetegnet.',
    },
    silent: {
      en: 'A count of 0 has no limits: counts and the difference are shown instead. One group is empty.',
      nb: 'Et antall på 0 gir ingen grenser: Antallene og differansen vises i stedet. Den ene gruppen er tom.',
    },
  },
  {
    method: 'proportion.bounds',
    name: {
      en: 'Share among known values, with the band of the unknown',
      nb: 'Andel blant kjente verdier, med spennet for de ukjente',
    },
    formula: {
      en: 'yes / (yes + no); band from yes / all to (yes + unknown) / all',
      nb: 'ja / (ja + nei); spenn fra ja / alle til (ja + ukjent) / alle',
    },
    source: 'Manski (1989) J Human Resources 24:343',
    use: {
      en: 'Yes / no items with unknowns. Unknown is never counted as no.',
      nb: 'Ja/nei-opplysninger med ukjente. Ukjent regnes aldri som nei.',
    },
    silent: {
      en: 'More than 30 % unknown: only the band. Nobody: nothing.',
      nb: 'Mer enn 30\u00A0% ukjent: bare spennet. Ingen barn: ingenting.',
    },
  },
] as const satisfies readonly MethodWords[];
