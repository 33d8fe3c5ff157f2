import type { MethodWords } from './method-words';

/** Time to an event, with cases that are still open. */
export const wordsTime = [
  {
    method: 'km.clean',
    name: { en: 'Cleaning of durations', nb: 'Rensing av varigheter' },
    formula: {
      en: 'out, in this order: missing time, missing status, negative time, entry ≥ exit',
      nb: 'utelatt, i denne rekkefølgen: tid mangler, status mangler, negativ tid, inngang ≥ utgang',
    },
    source: 'project contract, section 4.1',
    use: {
      en: 'Before every curve; each exclusion is counted and shown. Time 0 is legal.',
      nb: 'Før hver kurve; hver utelatelse telles og vises. Tid 0 er tillatt.',
    },
    silent: { en: 'Never.', nb: 'Aldri.' },
  },
  {
    method: 'km.estimate',
    name: { en: 'Kaplan–Meier curve', nb: 'Kaplan–Meier-kurve (overlevelseskurve)' },
    formula: {
      en: 'S(t) = Π (1 − d/n); limits S^exp(±θ), θ = z√Σ d/(n(n − d)) / log S',
      nb: 'S(t) = Π (1 − d/n); grenser S^exp(±θ), θ = z√Σ d/(n(n − d)) / log S',
    },
    source:
      'Kaplan & Meier (1958) JASA 53:457; Kalbfleisch & Prentice (1980); Brookmeyer & Crowley (1982) Biometrics 38:29',
    use: {
      en: 'Waiting times with open cases, where nothing else can happen first.',
      nb: 'Ventetider med åpne (sensurerte) saker, der ingenting annet kan skje først.',
    },
    silent: {
      en: 'Past the last observation; a median that the curve does not reach; no limits where S is 0 or 1; nobody. Figures need ten at risk, a median ten children and five events.',
      nb: 'Etter siste observasjon; en median som kurven ikke når; ingen grenser der S er 0 eller 1; ingen barn. Tallene i appen krever ti under risiko, en median ti barn og fem hendelser.',
    },
  },
  {
    method: 'aj.estimate',
    name: {
      en: 'Aalen–Johansen cumulative incidence',
      nb: 'Kumulativ insidens etter Aalen–Johansen',
    },
    formula: {
      en: 'F(t) = Σ S(tᵢ−) dₖᵢ/nᵢ; limits 1 − (1 − F)^exp(±z se / ((1 − F) log(1 − F)))',
      nb: 'F(t) = Σ S(tᵢ−) dₖᵢ/nᵢ; grenser 1 − (1 − F)^exp(±z se / ((1 − F) log(1 − F)))',
    },
    source: 'Aalen & Johansen (1978) Scand J Stat 5:141; Andersen et al. (1993) IV.4',
    use: {
      en: 'Share by 48 hours and the like when something else can happen first.',
      nb: 'Andel innen 48 timer og lignende når det finnes konkurrerende hendelser.',
    },
    silent: {
      en: 'Past the last observation with children still event-free; no limits where F is 0 or 1; nobody. Figures need ten at risk.',
      nb: 'Etter siste observasjon mens det fortsatt er barn uten hendelse; ingen grenser der F er 0 eller 1; ingen barn. Tallene i appen krever ti under risiko.',
    },
  },
  {
    method: 'km.rmst_difference',
    name: { en: 'Difference of restricted means', nb: 'Differanse mellom begrensede gjennomsnitt' },
    formula: {
      en: 'area under S₁ to τ − area under S₂ to τ, normal interval',
      nb: 'arealet under S₁ til τ − arealet under S₂ til τ, normalintervall',
    },
    source: 'Irwin (1949) J Hygiene 47:188; Royston & Parmar (2013) BMC Med Res Methodol 13:152',
    use: {
      en: 'How many days longer one group waits, within a horizon fixed beforehand.',
      nb: 'Hvor mange dager lenger én gruppe venter, innenfor en horisont bestemt på forhånd.',
    },
    silent: {
      en: 'The horizon lies after the last observation of a group whose curve is not yet 0; a group without children.',
      nb: 'Horisonten ligger etter siste observasjon i en gruppe der kurven ennå ikke er 0; en gruppe uten barn.',
    },
  },
  {
    method: 'logrank.test',
    name: { en: 'Log-rank test', nb: 'Log-rank-test' },
    formula: {
      en: '(O − E)ᵀ V⁻¹ (O − E), V hypergeometric, on k − 1 degrees of freedom',
      nb: '(O − E)ᵀ V⁻¹ (O − E), V hypergeometrisk, med k − 1 frihetsgrader',
    },
    source: 'Mantel (1966) Cancer Chemother Rep 50:163; Peto & Peto (1972) JRSS A 135:185',
    use: {
      en: 'Any difference between groups over the whole period; crossing curves can cancel.',
      nb: 'Enhver forskjell mellom grupper over hele perioden; kurver som krysser hverandre, kan oppheve hverandre.',
    },
    silent: { en: 'Fewer than two groups; no event.', nb: 'Færre enn to grupper; ingen hendelse.' },
  },
  {
    method: 'mcc.estimate',
    name: { en: 'Mean cumulative count', nb: 'Gjennomsnittlig kumulativt antall' },
    formula: {
      en: 'M(t) = Σ S(tᵢ−) eᵢ/nᵢ, S the Kaplan–Meier curve of the competing end; percentile bootstrap over children',
      nb: 'M(t) = Σ S(tᵢ−) eᵢ/nᵢ, S er Kaplan–Meier-kurven for den konkurrerende avslutningen; persentil-bootstrap over barna',
    },
    source: 'Dong, Robison, Leisenring et al. (2015) Am J Epidemiol 181:532',
    use: {
      en: 'Repeat episodes per child by a time; leaving care and turning 18 are not censoring.',
      nb: 'Gjentatte episoder per barn innen en tid; å forlate omsorgen og å fylle 18 er ikke sensurering.',
    },
    silent: {
      en: 'Past the last observation; limits when over 5 % of the replicates failed.',
      nb: 'Etter siste observasjon; grenser når over 5\u00A0% av bootstrap-utvalgene mislyktes.',
    },
  },
] as const satisfies readonly MethodWords[];
