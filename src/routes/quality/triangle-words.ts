import type { Words } from '../words-in';

const en = {
  title: 'Revision triangle',
  lead: 'One count as each import of this tab had it, and as earlier released tables have it. Nothing is kept between visits: earlier imports are those of this tab, loaded again one after the other.',
  usual: 'Without filters, by the usual choices of the definition.',
  first: 'There is no import or table before this one.',
  figure: 'Figure',
  number: 'Number',
  period: 'Period',
  kinds: { year: 'Year', half: 'Half-year', quarter: 'Quarter', month: 'Month' },
  years: 'By year in Release view: shorter periods beside them could be subtracted.',
  compute: 'Compute the triangle',
  cancel: 'Cancel',
  computing: (done: number, of: number) => `Import ${done + 1} of ${of} is being loaded…`,
  failed: 'Not computed.',
  open: 'Open tables of an earlier release (CSV)',
  opened: (count: number) =>
    `${count} ${count === 1 ? 'table' : 'tables'} opened, which in Release view count as published before, as those on the Data page do. A table saved by an older version does not name its filters: open only those saved without filters and by the usual choices. Its date is that of the file, and its last period may be in part.`,
  filtered: 'This table was saved under filters; here the figure has none.',
  otherFigure: (id: string) => `This table is of another figure, or revision of it, than ${id}.`,
};

const nb: typeof en = {
  title: 'Revisjonstrekant',
  lead: 'Ett antall slik hver innlasting i denne fanen hadde det, og slik tidligere publiserte tabeller har det. Ingenting lagres mellom besøk: Tidligere innlastinger er de i denne fanen, lastet inn på nytt én etter én.',
  usual: 'Uten filtre, etter de vanlige valgene i definisjonen.',
  first: 'Det finnes ingen innlasting eller tabell før denne.',
  figure: 'Tall',
  number: 'Antall',
  period: 'Periode',
  kinds: { year: 'År', half: 'Halvår', quarter: 'Kvartal', month: 'Måned' },
  years: 'Per år i publiseringsvisningen: Kortere perioder ved siden av kunne trekkes fra.',
  compute: 'Beregn trekanten',
  cancel: 'Avbryt',
  computing: (done, of) => `Innlasting ${done + 1} av ${of} lastes inn …`,
  failed: 'Ikke beregnet.',
  open: 'Åpne tabeller fra en tidligere publisering (CSV)',
  opened: (count) =>
    `${count} ${count === 1 ? 'tabell' : 'tabeller'} åpnet. I publiseringsvisningen regnes de som publisert før, slik som dem på datasiden. En tabell lagret av en eldre versjon oppgir ikke filtrene sine: Åpne bare dem som er lagret uten filtre og etter de vanlige valgene. Datoen er filens, og den siste perioden kan være ufullstendig.`,
  filtered: 'Denne tabellen ble lagret med filtre; her har tallet ingen.',
  otherFigure: (id) =>
    `Denne tabellen er av et annet tall, eller en annen revisjon av det, enn ${id}.`,
};

/** What can be done with the triangle. */
export const triangleWords: Words<typeof en> = { en, nb };

const toldEn = {
  caption: (series: string) => `${series}, as each import had it`,
  import: (number: number, time: string) => `Import ${number}, loaded ${time}`,
  table: (time: string) => `Released table of ${time}`,
  now: (time: string) => `Now, loaded ${time}`,
  cut: 'in part',
  change: 'In brackets: change from the column before.',
  withheld: (threshold: number) =>
    `[c] withheld to protect children: by that import, or because it or another count of this figure differs by 1 to ${threshold - 1} from that of another column. Two columns may not be subtracted to so few.`,
  cutWhy:
    'In part: that import does not hold the whole period, or it is not known whether it does.',
  none: 'No period shown differs between the columns.',
  moved: (period: string, before: readonly string[], now: string) =>
    `${period}: ${before.join(', then ')}, now ${now}.`,
  some: 'Some numbers are withheld to protect children.',
  note: (series: string, day: string, changes: string, sources: string) =>
    `Revised ${day}: ${series}. ${changes} The figures are, in this order, those of ${sources}.`,
  source: { import: 'the data loaded', table: 'the released table of' },
  region: (caption: string) => `Table: ${caption}`,
};

const toldNb: typeof toldEn = {
  caption: (series) => `${series}, slik hver innlasting hadde det`,
  import: (number, time) => `Innlasting ${number}, lastet inn ${time}`,
  table: (time) => `Publisert tabell fra ${time}`,
  now: (time) => `Nå, lastet inn ${time}`,
  cut: 'ufullstendig',
  change: 'I parentes: endring fra kolonnen før.',
  withheld: (threshold) =>
    `[c] holdt tilbake for å verne barn: av den innlastingen, eller fordi dette eller et annet antall i tallet skiller seg med 1 til ${threshold - 1} fra det i en annen kolonne. To kolonner skal ikke kunne trekkes fra hverandre til så få.`,
  cutWhy:
    'Ufullstendig: Den innlastingen har ikke hele perioden, eller det er ikke kjent om den har det.',
  none: 'Ingen viste perioder er forskjellige mellom kolonnene.',
  moved: (period, before, now) => `${period}: ${before.join(', så ')}, nå ${now}.`,
  some: 'Noen tall holdes tilbake for å verne barn.',
  note: (series, day, changes, sources) =>
    `Revidert ${day}: ${series}. ${changes} Tallene er, i denne rekkefølgen, fra ${sources}.`,
  source: { import: 'dataene lastet inn', table: 'den publiserte tabellen fra' },
  region: (caption) => `Tabell: ${caption}`,
};

/** What stands with the numbers of the triangle. */
export const triangleTold: Words<typeof toldEn> = { en: toldEn, nb: toldNb };
