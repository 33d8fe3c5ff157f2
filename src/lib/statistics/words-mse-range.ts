import type { MethodWords } from './method-words';

/** How sure an estimate of hidden victims is, and the identification rate that follows. */
export const wordsMseRange = [
  {
    method: 'mse.bootstrap_bca',
    name: {
      en: 'Hidden persons with bootstrap interval',
      nb: 'Uoppdagede personer med bootstrap-intervall',
    },
    formula: {
      en: 'BCa over 1,000 multinomial replicates, model choice repeated in each',
      nb: 'BCa over 1\u202F000 multinomiske bootstrap-utvalg, med nytt modellvalg i hvert',
    },
    source:
      'DiCiccio & Efron (1996) Stat Sci 11:189; Chan, Silverman & Vincent (2021) JASA 116:1297',
    use: {
      en: 'The interval of every headline figure; seed printed, two digits shown.',
      nb: 'Intervallet til alle hovedtall; startverdien oppgis, og to siffer vises.',
    },
    silent: {
      en: 'No estimate; over 5 % of the replicates failed; all replicates, or none, lie below the estimate.',
      nb: 'Ikke noe anslag; over 5\u00A0% av bootstrap-utvalgene mislyktes; alle bootstrap-utvalg, eller ingen, ligger under anslaget.',
    },
  },
  {
    method: 'mse.bca_limits',
    name: { en: 'BCa limits from replicates', nb: 'BCa-grenser fra bootstrap-utvalg' },
    formula: {
      en: 'quantile at Φ(z₀ + (z₀ + z)/(1 − a(z₀ + z))), type 8',
      nb: 'kvantil ved Φ(z₀ + (z₀ + z)/(1 − a(z₀ + z))), type 8',
    },
    source: 'DiCiccio & Efron (1996) Stat Sci 11:189',
    use: {
      en: 'The last step of the bootstrap interval.',
      nb: 'Siste steg i bootstrap-intervallet.',
    },
    silent: {
      en: 'All replicates, or none, lie below the estimate.',
      nb: 'Alle bootstrap-utvalg, eller ingen, ligger under anslaget.',
    },
  },
  {
    method: 'mse.jackknife_acceleration',
    name: {
      en: 'Acceleration of the bootstrap interval',
      nb: 'Akselerasjonen i bootstrap-intervallet',
    },
    formula: {
      en: 'Σ w(mean − N₋)³ / (6 (Σ w(mean − N₋)²)^1.5) over delete-one estimates',
      nb: 'Σ w(snitt − N₋)³ / (6 (Σ w(snitt − N₋)²)^1,5) over anslagene med én person utelatt',
    },
    source: 'Efron (1987) JASA 82:171',
    use: {
      en: 'Part of the bootstrap interval; the model is chosen anew each time.',
      nb: 'Del av bootstrap-intervallet; modellen velges på nytt hver gang.',
    },
    silent: {
      en: 'All delete-one estimates are equal or none exists.',
      nb: 'Alle anslagene med én utelatt er like, eller ingen finnes.',
    },
  },
  {
    method: 'mse.profile_interval',
    name: { en: 'Limits under one given model', nb: 'Grenser under én gitt modell' },
    formula: {
      en: 'N with 2(max log L − log L(N)) ≤ 95 % quantile of χ² on 1 degree of freedom, multinomial profile likelihood',
      nb: 'N med 2(maks log L − log L(N)) ≤ 95\u00A0%-kvantilen i χ² med 1 frihetsgrad, multinomisk profil-likelihood',
    },
    source: 'Cormack (1992) Biometrics 48:567',
    use: {
      en: 'Expert panel only: it takes the model for certain and is too narrow.',
      nb: 'Bare i ekspertpanelet: Det tar modellen for sikker og er for smalt.',
    },
    silent: {
      en: 'The fit does not exist; no upper limit when the likelihood never falls far enough.',
      nb: 'Tilpasningen finnes ikke; ingen øvre grense når likelihooden aldri faller langt nok.',
    },
  },
  {
    method: 'mse.identification_rate',
    name: { en: 'Identification rate', nb: 'Andel identifisert' },
    formula: {
      en: 'identified / N, limits identified / upper to identified / lower, at most 1',
      nb: 'identifiserte / N, med grenser fra identifiserte / øvre grense til identifiserte / nedre grense, høyst 1',
    },
    source: 'UNODC, metadata of SDG indicator 16.2.2',
    use: {
      en: 'What share of all victims the state has identified, never without its assumptions.',
      nb: 'Hvor stor andel av alle utsatte staten har identifisert, aldri uten forutsetningene.',
    },
    silent: {
      en: 'No estimate; without an upper limit of N only "at most".',
      nb: 'Ikke noe anslag; uten øvre grense for N bare «høyst».',
    },
  },
  {
    method: 'mse.identification_difference',
    name: {
      en: 'Difference of two identification rates',
      nb: 'Differanse mellom to andeler identifisert',
    },
    formula: {
      en: 'rate of the first group − rate of the second, from one model; percentile limits, both groups in the same replicates',
      nb: 'andelen i første gruppe − andelen i andre, fra én modell; persentilgrenser, begge gruppene i de samme bootstrap-utvalgene',
    },
    source: 'Efron & Tibshirani (1993) ch. 13; project contract, section 7.6',
    use: {
      en: 'Whether girls or boys are identified less often.',
      nb: 'Om jenter eller gutter sjeldnere blir identifisert.',
    },
    silent: {
      en: 'The fit does not exist; over 5 % of the replicates failed.',
      nb: 'Tilpasningen finnes ikke; over 5\u00A0% av bootstrap-utvalgene mislyktes.',
    },
  },
  {
    method: 'mse.assess',
    name: {
      en: 'Hidden victims: figure, range and how far to believe it',
      nb: 'Uoppdagede: tall, spenn og hvor langt det er til å stole på',
    },
    formula: {
      en: 'gates, model by the fixed rule, BCa range, other defensible models, stability label',
      nb: 'minstekrav, modell etter den faste regelen, BCa-spenn, andre forsvarlige modeller, merke for stabilitet',
    },
    source: 'project contract, sections 7.3–7.7; Binette & Steorts (2022) JRSS A 185:640',
    use: {
      en: 'Every published estimate: it is never shown without what this prints beside it.',
      nb: 'Alle publiserte anslag: Det vises aldri uten det som står ved siden av det her.',
    },
    silent: {
      en: 'Under 50 persons, under 11 on two lists, a list under 5: nothing. Models too far apart: their range and no single number.',
      nb: 'Under 50 personer, under 11 på to lister, en liste med under 5: ingenting. Modeller for langt fra hverandre: spennet mellom dem og ikke noe enkelt tall.',
    },
  },
] as const satisfies readonly MethodWords[];
