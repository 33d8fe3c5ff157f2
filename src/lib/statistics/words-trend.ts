import type { MethodWords } from './method-words';

/** Trends over periods, and many comparisons at once. */
export const wordsTrend = [
  {
    method: 'trend.cochran_armitage',
    name: { en: 'Trend in a proportion', nb: 'Trend i en andel' },
    formula: {
      en: '(Σ(x − n p)(s − s̄))² / (p(1 − p) Σ n(s − s̄)²), on 1 degree of freedom',
      nb: '(Σ(x − n p)(s − s̄))² / (p(1 − p) Σ n(s − s̄)²), med 1 frihetsgrad',
    },
    source: 'Cochran (1954) Biometrics 10:417; Armitage (1955) Biometrics 11:375',
    use: {
      en: 'A share over three or more comparable periods, the incomplete last one left out.',
      nb: 'En andel over tre eller flere sammenlignbare perioder, der den siste, ufullstendige er utelatt.',
    },
    silent: {
      en: 'Fewer than three periods; an empty period; nobody or everybody with the property.',
      nb: 'Færre enn tre perioder; en tom periode; ingen eller alle med kjennetegnet.',
    },
  },
  {
    method: 'trend.mann_kendall',
    name: {
      en: 'Mann–Kendall test and Sen’s slope',
      nb: 'Mann–Kendall-test og Sens stigningstall',
    },
    formula: {
      en: 'S = Σ sign(xⱼ − xᵢ) over i < j, z = (S − sign S)/√var S with var S corrected for ties; slope: median of (xⱼ − xᵢ)/(j − i)',
      nb: 'S = Σ fortegn(xⱼ − xᵢ) for i < j, z = (S − fortegn S)/√var S, der var S er korrigert for like verdier; stigningstall: medianen av (xⱼ − xᵢ)/(j − i)',
    },
    source:
      'Mann (1945) Econometrica 13:245; Kendall (1975) Rank Correlation Methods; Sen (1968) JASA 63:1379',
    use: {
      en: 'Any series of numbers; words like "trend" only from eight points.',
      nb: 'Enhver tallrekke; ord som «trend» bare fra åtte punkter.',
    },
    silent: {
      en: 'Fewer than four points; all values equal: no test, slope 0.',
      nb: 'Færre enn fire punkter; alle verdier like: ingen test, stigningstall 0.',
    },
  },
  {
    method: 'trend.poisson',
    name: { en: 'Trend in a rate', nb: 'Trend i en rate' },
    formula: {
      en: 'log E(events) = log(person-time) + a + b × period; ratio per period exp(b)',
      nb: 'log E(hendelser) = log(persontid) + a + b × periode; forhold per periode exp(b)',
    },
    source: 'McCullagh & Nelder (1989) Generalized Linear Models, ch. 6',
    use: {
      en: 'A rate over three or more periods; limits are widened when counts spread too much.',
      nb: 'En rate over tre eller flere perioder; grensene gjøres videre når antallene sprer seg for mye.',
    },
    silent: {
      en: 'Fewer than three periods; no event; all events in the first or in the last period. A period without exposure: invalid.',
      nb: 'Færre enn tre perioder; ingen hendelse; alle hendelser i den første eller i den siste perioden. En periode uten persontid: ugyldig.',
    },
  },
  {
    method: 'multiplicity.adjust',
    name: { en: 'Adjustment for many comparisons', nb: 'Justering for mange sammenligninger' },
    formula: {
      en: 'BH: least of p × m / rank over this and all larger p; Holm: most of p × (m − rank + 1) over this and all smaller p; at most 1',
      nb: 'BH: minste p × m / rang over denne og alle større p; Holm: største p × (m − rang + 1) over denne og alle mindre p; høyst 1',
    },
    source: 'Benjamini & Hochberg (1995) JRSS B 57:289; Holm (1979) Scand J Stat 6:65',
    use: {
      en: 'BH inside one panel of regions or groups, Holm for up to five planned comparisons.',
      nb: 'Justerte p-verdier: BH innenfor ett panel av regioner eller grupper, Holm for opptil fem planlagte sammenligninger.',
    },
    silent: {
      en: 'Comparisons that could not be made stay empty and are not counted.',
      nb: 'Sammenligninger som ikke lot seg gjøre, står tomme og telles ikke med.',
    },
  },
] as const satisfies readonly MethodWords[];
