import type { Words } from '../words-in';

const en = {
  steps: [
    {
      title: '1. Open the made-up data',
      text: 'They are of no real country and no real child, so you can click on anything. Start, “Open the made-up data”.',
    },
    {
      title: '2. Read one sentence on the overview',
      text: 'Each tile begins with a sentence: who, how many, of how many. The small line under it gives the period and the number of children it rests on. Read that line before the chart.',
    },
    {
      title: '3. Open one figure and its table',
      text: 'Choose a title on the overview. The chart shows the shape, the table has every number, “Explain this number” tells how it was made.',
    },
    {
      title: '4. Change from Working to Release',
      text: 'The switch is in the header. Small numbers become [c], and so do some others that would give them away. Only Release view can be saved or copied for others.',
    },
    {
      title: '5. Look at what is not known',
      text: '“What these data cannot tell” and Data quality show what is unknown, missing or late. Then load your own files, or end the session: nothing stays.',
    },
  ],
  keys: [
    {
      key: 'Tab, Shift + Tab',
      does: 'To the next or the last control. The first is “Skip to the content”.',
    },
    {
      key: 'Ctrl or ⌘ + K',
      does: 'Opens the search for pages, indicators, terms and actions, unless you are typing.',
    },
    { key: '?', does: 'Opens this page, unless you are typing; off until you switch it on below.' },
    {
      key: '← → ↑ ↓',
      does: 'On a chart: reads it point by point. In a list of a filter: to the next box.',
    },
    { key: 'Home, End', does: 'To the first or the last point or box.' },
    { key: 'Esc', does: 'Closes a meaning or a panel; leaves the points of a chart.' },
    {
      key: 'Ctrl or ⌘ + Z',
      does: 'Undoes the last change of the view; with Shift, does it again.',
    },
    { key: 'Alt + ←', does: 'Back to the view before, as everywhere in the browser.' },
  ],
};

const nb: typeof en = {
  steps: [
    {
      title: '1. Åpne de oppdiktede dataene',
      text: 'De gjelder ikke noe virkelig land eller barn, så du kan trykke på alt. Start, «Åpne de oppdiktede dataene».',
    },
    {
      title: '2. Les én setning i oversikten',
      text: 'Hver rute begynner med en setning: hvem, hvor mange, av hvor mange. Den lille linjen under gir perioden og hvor mange barn tallet bygger på. Les den linjen før figuren.',
    },
    {
      title: '3. Åpne ett tall og tabellen',
      text: 'Velg en tittel i oversikten. Figuren viser formen, tabellen har alle tallene, og «Forklar tallet» sier hvordan det er laget.',
    },
    {
      title: '4. Bytt fra Arbeid til Publisering',
      text: 'Valget står øverst. Små tall blir til [c], og det blir også noen andre som ville røpe dem. Bare publiseringsvisningen kan lagres eller kopieres for andre.',
    },
    {
      title: '5. Se på det som ikke er kjent',
      text: '«Hva disse dataene ikke kan si» og Datakvalitet viser det som er ukjent, mangler eller er forsinket. Last så inn egne filer, eller avslutt økten: Ingenting blir igjen.',
    },
  ],
  keys: [
    {
      key: 'Tab, Shift + Tab',
      does: 'Til neste eller forrige felt. Det første er «Gå til innholdet».',
    },
    {
      key: 'Ctrl eller ⌘ + K',
      does: 'Åpner søket etter sider, indikatorer, ord og handlinger, om du ikke holder på å skrive.',
    },
    {
      key: '?',
      does: 'Åpner denne siden, om du ikke holder på å skrive; av til du slår det på nedenfor.',
    },
    {
      key: '← → ↑ ↓',
      does: 'På en figur: leser den punkt for punkt. I listen til et filter: til neste rute.',
    },
    { key: 'Home, End', does: 'Til første eller siste punkt eller rute.' },
    { key: 'Esc', does: 'Lukker en ordforklaring eller et panel; forlater punktene i en figur.' },
    {
      key: 'Ctrl eller ⌘ + Z',
      does: 'Angrer den siste endringen i visningen; med Shift gjøres den på nytt.',
    },
    { key: 'Alt + ←', does: 'Tilbake til forrige visning, som ellers i nettleseren.' },
  ],
};

/** Five steps for a new reader, and the keys. */
export const guideWords: Words<typeof en> = { en, nb };
