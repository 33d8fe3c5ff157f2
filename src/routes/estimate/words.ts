import { plainNumber } from '$lib/report/number-format';
import type { Words } from '../words-in';

const en = {
  tab: 'How many may not be known – Rapporteur',
  title: 'How many may not be known',
  subtitle:
    'Multiple systems estimation: from how often lists of different bodies hold the same people, how many are on none of them.',
  counts: {
    title: 'Counts by pattern',
    text: 'A list is a body that finds victims on its own: police, shelter, border, helpline. Link the lists by person outside this page, count the people with each pattern of lists, and bring only the counts: no row about a person. Somebody whom one body referred to another was found once; count only the first.',
    published: (source: string) =>
      `Potential victims of modern slavery of all ages, United Kingdom, 2013. Source: ${source}.`,
    none: 'No counts yet. Two to eight lists can be used; three or more say the most.',
  },
  run: {
    label: 'Estimate',
    seed: 'Seed',
    cancel: 'Cancel',
    estimate: 'Estimate',
    seedNote:
      'The seed of the 1,000 resamples. The same counts and seed always give the same answer.',
    seedWrong: 'The seed must be a whole number from 0 to 2,147,483,647.',
    progress: 'Resamples done',
    share: (percent: number) => `${percent} % of 1,000 resamples`,
    comparing: 'Comparing with the other models',
    nothing: 'Cancelled. Nothing was computed.',
    failed: 'No estimate.',
  },
  spoken: {
    running: 'Estimating',
    done: 'The estimate is ready below',
    cancelled: 'Cancelled',
  },
};

const thousand = plainNumber(1000, 'nb');

const nb: typeof en = {
  tab: 'Hvor mange som kan være ukjent – Rapporteur',
  title: 'Hvor mange som kan være ukjent',
  subtitle:
    'Anslag fra flere lister (multiple systems estimation): Ut fra hvor ofte listene til ulike instanser har de samme personene, anslås hvor mange som ikke står på noen av dem.',
  counts: {
    title: 'Antall etter mønster',
    text: 'En liste er en instans som selv oppdager utsatte: politi, krisesenter, grensekontroll, hjelpetelefon. Koble listene person for person utenfor denne siden, tell personene med hvert mønster av lister, og ta bare med antallene: ingen rad om en person. En person som én instans har henvist til en annen, er oppdaget én gang; tell bare den første.',
    published: (source) =>
      `Personer i alle aldre som kan være utsatt for moderne slaveri, Storbritannia, 2013. Kilde: ${source}.`,
    none: 'Ingen antall ennå. To til åtte lister kan brukes; tre eller flere sier mest.',
  },
  run: {
    label: 'Anslag',
    seed: 'Startverdi',
    cancel: 'Avbryt',
    estimate: 'Beregn anslag',
    seedNote: `Startverdien for de ${thousand} bootstrap-utvalgene. Samme antall og samme startverdi gir alltid samme svar.`,
    seedWrong: `Startverdien må være et heltall fra 0 til ${plainNumber(2_147_483_647, 'nb')}.`,
    progress: 'Ferdige bootstrap-utvalg',
    share: (percent) => `${percent}\u00A0% av ${thousand} bootstrap-utvalg`,
    comparing: 'Sammenligner med de andre modellene',
    nothing: 'Avbrutt. Ingenting ble beregnet.',
    failed: 'Ikke noe anslag.',
  },
  spoken: {
    running: 'Beregner anslaget',
    done: 'Anslaget er klart nedenfor',
    cancelled: 'Avbrutt',
  },
};

/** The words of the page of the estimate, without its table and its result. */
export const words: Words<typeof en> = { en, nb };
