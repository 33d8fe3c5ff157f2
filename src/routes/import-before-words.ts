import type { Words } from './words-in';

const en = {
  load: 'Hold every figure against the import before',
  stop: 'Stop holding figures against the import before',
  loading: 'The import before is being loaded beside this one…',
  /** The name of the files, and when they were loaded. */
  ready: (name: string, time: string) =>
    `Figures that differ from ${name}, loaded ${time}, carry [r].`,
  failed: 'Not loaded.',
  why: 'Loads its files a second time, so it takes the memory of both and each figure twice the time. It ends with the next import.',
};

const nb: typeof en = {
  load: 'Hold hvert tall opp mot innlastingen før',
  stop: 'Ikke hold tallene opp mot innlastingen før lenger',
  loading: 'Innlastingen før lastes inn ved siden av denne …',
  ready: (name, time) =>
    `Tall som er annerledes enn i ${name}, lastet inn ${time}, har tegnet [r].`,
  failed: 'Ikke lastet inn.',
  why: 'Laster inn filene en gang til, så det tar minnet til begge og dobbelt så lang tid for hvert tall. Det tar slutt med neste innlasting.',
};

/** The words with which the import before is loaded beside the last. */
export const importBeforeWords: Words<typeof en> = { en, nb };
