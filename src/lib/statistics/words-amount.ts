import type { MethodWords } from './method-words';

/** Sums, spans and distributions: nothing is estimated, so there are no intervals. */
export const wordsAmount = [
  {
    method: 'exposure.child_months',
    name: { en: 'Child-months at risk', nb: 'Barnemåneder under risiko' },
    formula: {
      en: 'days in the union of a child’s spells [start, end) within the window / 30.4375, in UTC',
      nb: 'dager i unionen av barnets perioder [start, slutt) innenfor tidsvinduet / 30,4375, i UTC',
    },
    source: 'project contract, section 3.5',
    use: {
      en: 'Denominator of incidence. A missing child is not at risk until return.',
      nb: 'Nevner for insidens. Et savnet barn er ikke under risiko før det er tilbake.',
    },
    silent: {
      en: 'Nobody at risk: 0, marked undefined. Spells that end before they start are counted.',
      nb: 'Ingen under risiko: 0, merket udefinert. Perioder som slutter før de begynner, telles for seg.',
    },
  },
  {
    method: 'referral.within_hours_bounds',
    name: {
      en: 'Within so many hours, from dates only',
      nb: 'Innen så mange timer, bare ut fra datoer',
    },
    formula: {
      en: 'd days apart means between 24(d − 1) and 24(d + 1) hours: certain from 24(d + 1) ≤ h on, possible from 24(d − 1) < h on',
      nb: 'd dager fra hverandre betyr mellom 24(d − 1) og 24(d + 1) timer: sikkert når 24(d + 1) ≤ h, mulig når 24(d − 1) < h',
    },
    source: 'project contract, section 4.2',
    use: {
      en: 'Records without a clock time; never mixed with records that have one.',
      nb: 'Poster uten klokkeslett; blandes aldri med poster som har det.',
    },
    silent: {
      en: 'No record with both dates. Negative differences are errors: left out and counted.',
      nb: 'Ingen post med begge datoene. Negative differanser er feil: utelatt og talt.',
    },
  },
  {
    method: 'distribution.summary',
    name: {
      en: 'Median, quartiles, P90 and maximum',
      nb: 'Median, kvartiler, 90-persentil og maksimum',
    },
    formula: {
      en: 'quantile type 7: linear between order statistics',
      nb: 'kvantil av type 7: lineært mellom verdiene i stigende rekkefølge',
    },
    source: 'Hyndman & Fan (1996) Am Stat 50:361',
    use: {
      en: 'Completed durations, titled "completed cases only, biased short".',
      nb: 'Avsluttede varigheter, med tittelen «bare avsluttede saker, for korte tider».',
    },
    silent: {
      en: 'No value. Figures need ten values.',
      nb: 'Ingen verdi. Tallene i appen krever ti verdier.',
    },
  },
  {
    method: 'funding.gap',
    name: { en: 'Funding gap', nb: 'Finansieringsgap' },
    formula: {
      en: 'unmet = Σ max(0, required − funded) over lines; net = Σ required − Σ funded',
      nb: 'udekket = Σ max(0, behov − finansiert) over linjene; netto = Σ behov − Σ finansiert',
    },
    source: 'project contract, section 5',
    use: {
      en: 'Unmet is shown: an overfunded line must not hide another line’s gap.',
      nb: 'Det udekkede vises: En overfinansiert linje må ikke skjule gapet i en annen.',
    },
    silent: {
      en: 'Nothing required: no coverage. Lines with an unknown amount are left out and counted.',
      nb: 'Ikke noe behov: ingen dekning. Linjer med ukjent beløp er utelatt og talt.',
    },
  },
  {
    method: 'funding.days_without',
    name: { en: 'Days without money', nb: 'Dager uten penger' },
    formula: {
      en: 'days of the window outside the union of grant periods, both dates inclusive',
      nb: 'dager i tidsvinduet utenfor unionen av tilskuddsperiodene, begge datoer medregnet',
    },
    source: 'project contract, section 5',
    use: {
      en: 'Continuity of funding of one programme.',
      nb: 'Hvor sammenhengende finansieringen av ett tiltak er.',
    },
    silent: {
      en: 'The window has no days. Grants that end before they start are counted.',
      nb: 'Tidsvinduet har ingen dager. Tilskudd som slutter før de begynner, telles for seg.',
    },
  },
] as const satisfies readonly MethodWords[];
