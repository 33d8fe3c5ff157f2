import type { Words } from '../../words-in';

const en = {
  title: 'Compare two periods, also under two definitions',
  lead: 'Holds one period against another by the same definition, and splits the change into what the data, the definition and the recorded cases did.',
  oneNumber: 'Two periods are needed. The figure above shows one.',
  byYear: 'Show it by year',
  earlier: 'Earlier period',
  later: 'Later period',
  number: 'Number',
  firstDefinition: 'First definition (earlier period)',
  secondDefinition: 'Second definition (later period)',
  shown: 'as shown above',
  order: 'Order of the parts',
  orders: {
    definition: 'Definition first, then the period',
    period: 'The period first, then the definition',
  },
  compute: 'Compute this comparison',
  again: 'Compute this comparison again',
  cancel: 'Cancel',
  computing: 'Computing…',
  done: 'Computed.',
};

const nb: typeof en = {
  title: 'Sammenlign to perioder, også etter to definisjoner',
  lead: 'Holder én periode opp mot en annen etter samme definisjon, og deler endringen i det dataene, definisjonen og de registrerte sakene står for.',
  oneNumber: 'Det trengs to perioder. Tallet over viser én.',
  byYear: 'Vis tallet per år',
  earlier: 'Tidligere periode',
  later: 'Senere periode',
  number: 'Tall',
  firstDefinition: 'Første definisjon (tidligere periode)',
  secondDefinition: 'Andre definisjon (senere periode)',
  shown: 'som vist over',
  order: 'Rekkefølgen på delene',
  orders: {
    definition: 'Definisjonen først, så perioden',
    period: 'Perioden først, så definisjonen',
  },
  compute: 'Beregn denne sammenligningen',
  again: 'Beregn denne sammenligningen på nytt',
  cancel: 'Avbryt',
  computing: 'Beregner …',
  done: 'Beregnet.',
};

/** What can be done with the comparison of two periods. */
export const changeAskWords: Words<typeof en> = { en, nb };

const toldEn = {
  gate: 'Can these be compared?',
  verdicts: {
    comparable: 'Comparable',
    'with caution': 'With caution',
    'not comparable': 'Not comparable',
    'not known': 'Not known',
  },
  because: (verdict: string, reasons: string) => `${verdict}: ${reasons}.`,
  backCast: 'Both periods by each definition',
  definition: 'Definition',
  shown: 'as shown above',
  first: 'First definition',
  second: 'Second definition',
  change: 'Change',
  parts: 'The change in parts',
  part: 'Part',
  meaning: 'What it is',
  start: (period: string) => `${period}, first definition`,
  startBefore: (period: string) => `${period}, first definition, in the import before`,
  end: (period: string, two: boolean) => (two ? `${period}, second definition` : period),
  revision: 'Revision of data',
  ofDefinition: 'Change of definition',
  recorded: 'Change in recorded cases',
  total: 'Change in all',
  revisionWhy: (period: string) =>
    `The files now say something else about ${period} than those of the import before.`,
  definitionWhy: (period: string) =>
    `The same rows of ${period} counted by the second definition instead of the first; nothing happened to any child.`,
  recordedWhy: (earlier: string, later: string) =>
    `What was recorded in ${later} instead of ${earlier}, by one definition; it does not tell whether more or fewer children were harmed.`,
  totalWhy: 'The parts above, added up exactly.',
  noRevision:
    'No revision of data is split off: the import before is not loaded beside this one, or holds no whole figure of the earlier period.',
  heldRevision: (threshold: number) =>
    `No revision of data is split off in Release view: it is shown only where each number behind it moved by nothing or by at least ${threshold}, because two releases can be subtracted.`,
  kinds: {
    count:
      'This is a change in a number, not in a rate: it does not say how many there could have been.',
    rate: 'This is a change in a rate, not in a number: a rate can rise while fewer children are counted.',
    both: 'The rate and the numbers it is made of stand apart: a change in one is never a change in the other.',
    other: 'This is neither a number of children nor a rate, and says nothing about either.',
  },
  numerator: 'Number counted (numerator)',
  denominator: 'Out of (denominator)',
  points: (text: string) => `${text} points`,
  rounded: 'The parts are differences of the numbers as printed here, so that they add up exactly.',
  orderMatters:
    'In another order the definition and the recorded cases can share the change otherwise; the sum stays.',
  notSplit: 'The change is not split: a figure that it takes is not there.',
  notSplitApart: 'The change is not split, because the two periods cannot be compared.',
  absent: 'no number',
  working: 'Working view: unprotected, not for release.',
  releaseTitle: 'One definition in Release view.',
  releaseWhy:
    'Figures by two definitions are protected apart; subtracted, they could give away one child. Here the figures shown above are compared and nothing else. Working view compares two definitions.',
  region: (caption: string) => `Table: ${caption}`,
};

const toldNb: typeof toldEn = {
  gate: 'Kan disse sammenlignes?',
  verdicts: {
    comparable: 'Sammenlignbart',
    'with caution': 'Med varsomhet',
    'not comparable': 'Ikke sammenlignbart',
    'not known': 'Ikke kjent',
  },
  because: (verdict, reasons) => `${verdict}: ${reasons}.`,
  backCast: 'Begge periodene etter hver definisjon',
  definition: 'Definisjon',
  shown: 'som vist over',
  first: 'Første definisjon',
  second: 'Andre definisjon',
  change: 'Endring',
  parts: 'Endringen i deler',
  part: 'Del',
  meaning: 'Hva det er',
  start: (period) => `${period}, første definisjon`,
  startBefore: (period) => `${period}, første definisjon, i innlastingen før`,
  end: (period, two) => (two ? `${period}, andre definisjon` : period),
  revision: 'Reviderte data',
  ofDefinition: 'Endret definisjon',
  recorded: 'Endring i registrerte saker',
  total: 'Endring i alt',
  revisionWhy: (period) => `Filene sier nå noe annet om ${period} enn filene i innlastingen før.`,
  definitionWhy: (period) =>
    `De samme radene fra ${period} talt etter den andre definisjonen i stedet for den første; ingenting har skjedd med noe barn.`,
  recordedWhy: (earlier, later) =>
    `Det som ble registrert i ${later} i stedet for ${earlier}, etter én definisjon; det sier ikke om flere eller færre barn ble utsatt for noe.`,
  totalWhy: 'Delene over, nøyaktig lagt sammen.',
  noRevision:
    'Reviderte data er ikke skilt ut: Innlastingen før er ikke lastet inn ved siden av denne, eller har ikke noe helt tall for den tidligere perioden.',
  heldRevision: (threshold) =>
    `Reviderte data er ikke skilt ut i publiseringsvisningen: De vises bare der hvert antall bak har endret seg med null eller minst ${threshold}, fordi to publiseringer kan trekkes fra hverandre.`,
  kinds: {
    count:
      'Dette er en endring i et antall, ikke i en rate: Det sier ikke hvor mange det kunne ha vært.',
    rate: 'Dette er en endring i en rate, ikke i et antall: En rate kan stige mens færre barn blir talt.',
    both: 'Raten og antallene den er laget av, står hver for seg: En endring i det ene er aldri en endring i det andre.',
    other: 'Dette er verken et antall barn eller en rate, og sier ikke noe om dem.',
  },
  numerator: 'Antall talt (teller)',
  denominator: 'Av (nevner)',
  points: (text) => `${text} prosentpoeng`,
  rounded: 'Delene er forskjeller mellom tallene slik de står her, så de går nøyaktig opp.',
  orderMatters:
    'I en annen rekkefølge kan definisjonen og de registrerte sakene dele endringen annerledes; summen er den samme.',
  notSplit: 'Endringen er ikke delt: Et tall som trengs, finnes ikke.',
  notSplitApart: 'Endringen er ikke delt, fordi de to periodene ikke kan sammenlignes.',
  absent: 'ikke noe tall',
  working: 'Arbeidsvisning: ubeskyttet, ikke til publisering.',
  releaseTitle: 'Én definisjon i publiseringsvisning.',
  releaseWhy:
    'Tall etter to definisjoner er beskyttet hver for seg; trukket fra hverandre kan de røpe ett barn. Her sammenlignes tallene som vises over, og ikke noe annet. Arbeidsvisningen sammenligner to definisjoner.',
  region: (caption) => `Tabell: ${caption}`,
};

/** What stands with the comparison of two periods. */
export const changeWords: Words<typeof toldEn> = { en: toldEn, nb: toldNb };
