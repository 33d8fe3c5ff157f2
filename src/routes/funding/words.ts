import type { Words } from '../words-in';

const en = {
  tab: 'Funding – Rapporteur',
  title: 'Funding × care calendar',
  empty: 'Grants by programme, and the children in care on the same axis of time.',
  computing: 'Computing…',
  portfolio: 'Portfolio',
  parts: 'Each programme in words',
  tables: 'All numbers as tables',
  /** What stands around the figures, in their language. */
  figure: {
    caution: 'This shows capacity and unpaid work. It does not show what a grant caused.',
    headline: 'Grants, gaps and children in care, programme by programme',
    subtitle:
      'Grants as signed and from their first payment; below, children with a day in a placement or service of the programme, by month. Order of the files.',
    source: 'Source:',
    notes: 'Notes:',
  },
  programmes: {
    withoutMoney: (days: string) => `${days} without money`,
    span: (from: string, to: string) => `${from} to ${to}`,
    children: 'Children in care on its days:',
    noDay: 'No day without money in the window.',
    back: 'Back to all programmes',
  },
};

const nb: typeof en = {
  tab: 'Finansiering – Rapporteur',
  title: 'Kalender for finansiering og omsorg',
  empty: 'Tilskudd for hvert tiltak, og barna i omsorg på samme tidsakse.',
  computing: 'Beregner …',
  portfolio: 'Portefølje',
  parts: 'Hvert tiltak i ord',
  tables: 'Alle tall som tabeller',
  figure: {
    caution:
      'Dette viser kapasitet og ubetalt arbeid. Det viser ikke hva et tilskudd har ført til.',
    headline: 'Tilskudd, opphold og barn i omsorg, tiltak for tiltak',
    subtitle:
      'Tilskudd slik de er avtalt og fra første utbetaling; nedenfor barn med minst én dag i en plassering eller tjeneste i tiltaket, per måned. Rekkefølgen er som i filene.',
    source: 'Kilde:',
    notes: 'Merknader:',
  },
  programmes: {
    withoutMoney: (days) => `${days} uten penger`,
    span: (from, to) => `${from} til ${to}`,
    children: 'Barn i omsorg på disse dagene:',
    noDay: 'Ingen dag uten penger i perioden.',
    back: 'Tilbake til alle tiltak',
  },
};

/** The words of the page of funding; `figure` and `programmes` are said in the language of figures. */
export const words: Words<typeof en> = { en, nb };
