import type { Words } from '../words-in';

const en = {
  note: 'Note.',
  list: (number: number) => `List ${number}`,
  leftOut: (lists: string) => `Left out, because the list holds nobody or everybody: ${lists}.`,
  interval: 'Interval',
  intervalAlone: 'Interval of the chosen model alone: not the range to quote',
  interval80: '80 % interval',
  interval95: '95 % interval',
  chao: 'Chao’s lower bound',
  chaoAbout: (persons: string) =>
    `about ${persons}, itself uncertain and not corrected for small overlap`,
  bootstrap: (resamples: string, failed: string, seed: number) =>
    `Bias-corrected bootstrap; the model was chosen anew in each of ${resamples} resamples, ${failed} failed. Seed ${seed}: the same counts and seed give the same answer.`,
  chapman: 'Log-normal limits around Chapman’s estimate.',
  digits: 'Two significant digits, because more would not be meant.',
  fit: (deviance: string, df: number) =>
    `Fit of the chosen model: deviance ${deviance} on ${df} ${df === 1 ? 'degree' : 'degrees'} of freedom.`,
  sensitive: 'Sensitive to single errors.',
  sensitiveBy: (more: string, fewer: string, missed1: string, missed5: string) =>
    `One person more in the smallest overlap gives ${more}, one fewer ${fewer}; with 1 % of links missed ${missed1}, with 5 % ${missed5}.`,
  restsOn: 'What the estimate rests on',
  twoLists: {
    alone: (estimate: string) => `About ${estimate} children, without a range`,
    range: (low: string, high: string, estimate: string) =>
      `Between about ${low} and ${high} children (Chapman estimate ${estimate})`,
    rest: (known: string, shared: string) =>
      `; ${known} are known. The lists share ${shared} children. The estimate rests on assumptions that the data cannot test.`,
  },
};

const nb: typeof en = {
  note: 'Merk.',
  list: (number) => `Liste ${number}`,
  leftOut: (lists) => `Utelatt fordi listen har ingen eller alle: ${lists}.`,
  interval: 'Intervall',
  intervalAlone: 'Intervallet for den valgte modellen alene: ikke spennet som skal oppgis',
  interval80: '80\u00A0% konfidensintervall',
  interval95: '95\u00A0% konfidensintervall',
  chao: 'Nedre grense etter Chao',
  chaoAbout: (persons) =>
    `om lag ${persons}, i seg selv usikker og ikke korrigert for lite overlapp`,
  bootstrap: (resamples, failed, seed) =>
    `Skjevhetskorrigert bootstrap; modellen ble valgt på nytt i hvert av ${resamples} bootstrap-utvalg, ${failed} mislyktes. Startverdi ${seed}: Samme antall og samme startverdi gir samme svar.`,
  chapman: 'Log-normale grenser rundt Chapmans anslag.',
  digits: 'To gjeldende siffer, fordi flere ikke ville ha mening.',
  fit: (deviance, df) =>
    `Den valgte modellens tilpasning: devians ${deviance} med ${df} ${df === 1 ? 'frihetsgrad' : 'frihetsgrader'}.`,
  sensitive: 'Følsomt for enkeltfeil.',
  sensitiveBy: (more, fewer, missed1, missed5) =>
    `Én person mer i det minste overlappet gir ${more}, én færre ${fewer}; med 1\u00A0% av koblingene oversett ${missed1}, med 5\u00A0% ${missed5}.`,
  restsOn: 'Hva anslaget hviler på',
  twoLists: {
    alone: (estimate) => `Om lag ${estimate} barn, uten spenn`,
    range: (low, high, estimate) =>
      `Mellom om lag ${low} og ${high} barn (Chapmans anslag ${estimate})`,
    rest: (known, shared) =>
      `; ${known} er kjent. Listene har ${shared} barn felles. Anslaget hviler på forutsetninger som ikke kan prøves med dataene.`,
  },
};

/** The words of a result; they are said in the language of figures. */
export const resultWords: Words<typeof en> = { en, nb };
