import type { Words } from '../words-in';

const en = {
  title: 'Published before',
  note: 'Open the tables of these indicators that you published, as they were saved here (CSV). In Release view they then count as known: a number that differs from the published one by few children is withheld, and so is what it could be worked out from, because two editions beside each other would tell of these children. They stay in the memory of this tab only.',
  limits:
    'A number is held against the published one of the same indicator, measure, period and group. Not held against them are other periods (the quarters of a published year), other bands and sums of several numbers; nor does anything keep a reader from taking a withheld number to be as it was published.',
  open: 'Open tables you published…',
  empty: 'No table is open: what was published before is not taken into account.',
  caption: 'Tables that count as published before',
  columns: ['Indicator', 'Filters', 'Periods', 'Rows'],
  none: 'none named',
  unnamed:
    'A table without filters, or saved by a version that did not name them yet. Take away those that you know had filters: they would be taken for the whole.',
  remove: 'Take away',
  removed: (name: string) => `Take away: ${name}`,
  changed: (count: number) =>
    `${count} ${count === 1 ? 'table counts' : 'tables count'} as published before.`,
  failed: 'Not opened.',
  known: 'These tables are open already.',
};

const nb: typeof en = {
  title: 'Publisert før',
  note: 'Åpne tabellene av disse indikatorene som du har publisert, slik de ble lagret her (CSV). I publiseringsvisningen regnes de da som kjent: Et tall som skiller seg fra det publiserte med få barn, holdes tilbake, og det gjør også det som det kunne regnes ut fra, fordi to utgaver ved siden av hverandre ville fortelle om disse barna. De blir bare i minnet til denne fanen.',
  limits:
    'Et tall holdes mot det publiserte for samme indikator, mål, periode og gruppe. Andre perioder (kvartalene i et publisert år), andre aldersgrupper og summer av flere tall holdes ikke mot dem, og ingenting hindrer en leser i å gå ut fra at et tall som holdes tilbake, er som det ble publisert.',
  open: 'Åpne tabeller du har publisert …',
  empty: 'Ingen tabell er åpnet: Det som er publisert før, er ikke tatt med.',
  caption: 'Tabeller som regnes som publisert før',
  columns: ['Indikator', 'Filtre', 'Perioder', 'Rader'],
  none: 'ingen oppgitt',
  unnamed:
    'En tabell uten filtre, eller lagret av en versjon som ikke oppga dem ennå. Ta bort dem du vet hadde filtre: De ville bli tatt for helheten.',
  remove: 'Ta bort',
  removed: (name) => `Ta bort: ${name}`,
  changed: (count) => `${count} ${count === 1 ? 'tabell' : 'tabeller'} regnes som publisert før.`,
  failed: 'Ikke åpnet.',
  known: 'Disse tabellene er allerede åpnet.',
};

/** The words of the tables published before. */
export const publishedWords: Words<typeof en> = { en, nb };
