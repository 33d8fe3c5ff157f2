import type { Reader } from '../reader';
import type { Words } from '../words-in';
import type { Block } from './order';

interface Told {
  readonly readers: Readonly<Record<Reader, { readonly name: string; readonly help: string }>>;
  readonly blocks: Readonly<Record<Block, { readonly name: string; readonly asks: string }>>;
}

/** The entrances: what they are called and how each may read the page. Then the standing blocks. */
const enTold: Told = {
  readers: {
    analyst: {
      name: 'Analyst',
      help: 'In the order of a child’s path, not of size. Check base, period and cautions before a number goes into a text.',
    },
    advocacy: {
      name: 'Advocacy',
      help: 'Begins with children who may be overlooked, go missing or are locked up. Quote a number with its base and its caution; a number nobody collects is a finding too.',
    },
    donor: {
      name: 'Donor',
      help: 'Begins with funding, time to support, aftercare and needs. A head count says who was seen, not what changed for a child, and figures side by side show no cause.',
    },
  },
  blocks: {
    overlooked: {
      name: 'Who may be overlooked',
      asks: 'Absence of data is not absence of children: a low or missing number may mean that nobody looked, asked or wrote it down.',
    },
    waiting: {
      name: 'Children still waiting',
      asks: 'Who had not got what they waited for at fixed times, counting those who never did.',
    },
    'cannot-tell': {
      name: 'What these data cannot tell',
      asks: 'Read every figure above with this.',
    },
  },
};

const nbTold: Told = {
  readers: {
    analyst: {
      name: 'Analyse',
      help: 'I rekkefølgen til barnets vei, ikke etter størrelse. Kontroller grunnlag, periode og forbehold før et tall går inn i en tekst.',
    },
    advocacy: {
      name: 'Påvirkning',
      help: 'Begynner med barn som kan være oversett, som forsvinner eller er innelåst. Gjengi et tall sammen med grunnlaget og forbeholdet; et tall ingen samler inn, er også et funn.',
    },
    donor: {
      name: 'Giver',
      help: 'Begynner med finansiering, tid til hjelp, ettervern og behov. Et antall sier hvem som ble sett, ikke hva som ble annerledes for et barn, og tall side om side viser ingen årsak.',
    },
  },
  blocks: {
    overlooked: {
      name: 'Hvem som kan være oversett',
      asks: 'Mangel på data er ikke mangel på barn: Et lavt eller manglende tall kan bety at ingen lette, spurte eller skrev det ned.',
    },
    waiting: {
      name: 'Barn som fortsatt venter',
      asks: 'Hvem som ikke hadde fått det de ventet på ved faste tidspunkter, medregnet dem som aldri fikk det.',
    },
    'cannot-tell': {
      name: 'Hva disse dataene ikke kan si',
      asks: 'Les alle tallene over med dette i tankene.',
    },
  },
};

const en = {
  ...enTold,
  tab: 'Overview – Rapporteur',
  title: 'Overview',
  readAs: 'Read as',
  onThisPage: 'On this page',
  needsData: 'The three blocks on overlooked children, waiting and limits need data.',
  notPrinted: 'Not computed: this figure was not in view on the screen before printing.',
  computing: 'Computing…',
  notComputed: 'Not computed.',
  appError: 'This figure could not be computed because of an error in the app.',
  more: (count: number) => `More figures of this area (${count})`,
  noData: {
    text: 'No data are loaded. The figures appear here once files are in.',
    demo: 'Open the made-up data',
    files: 'Choose files',
  },
  unavailable: {
    lead: 'Cannot be computed from these files. It needs',
    column: 'the column',
    ofTable: 'of the table',
    noColumn: '; no file has it.',
    table: 'the table',
    noTable: '; no file feeds it.',
  },
};

const nb: typeof en = {
  ...nbTold,
  tab: 'Oversikt – Rapporteur',
  title: 'Oversikt',
  readAs: 'Les som',
  onThisPage: 'På denne siden',
  needsData: 'De tre delene om oversette barn, venting og begrensninger trenger data.',
  notPrinted: 'Ikke beregnet: Tallet var ikke fremme på skjermen før utskriften.',
  computing: 'Beregner …',
  notComputed: 'Ikke beregnet.',
  appError: 'Tallet kunne ikke beregnes på grunn av en feil i appen.',
  more: (count) => `Flere tall om dette området (${count})`,
  noData: {
    text: 'Ingen data er lastet inn. Tallene vises her når filene er på plass.',
    demo: 'Åpne de oppdiktede dataene',
    files: 'Velg filer',
  },
  unavailable: {
    lead: 'Kan ikke regnes ut fra disse filene. Det trengs',
    column: 'kolonnen',
    ofTable: 'i tabellen',
    noColumn: '; ingen fil har den.',
    table: 'tabellen',
    noTable: '; ingen fil inneholder den.',
  },
};

/** The words of the overview, and those that every figure shares. */
export const words: Words<typeof en> = { en, nb };
