import type { Text } from '$lib/schema/text';
import { neverMet } from './plan-columns';

/** Said of every export of cases. */
export const primeroCannotFeed: readonly Text[] = [
  neverMet({ en: 'A Primero or CPIMS+ export', nb: 'Et uttrekk fra Primero eller CPIMS+' }),
  {
    en: 'A CSV of Primero holds no services or follow-ups: export the Excel workbook for them, in English. Other languages and changed forms are read as any other file.',
    nb: 'En CSV fra Primero har verken tiltak eller oppfølging: Ta ut Excel-arbeidsboken for dem, på engelsk. Andre språk og endrede skjemaer leses som andre filer.',
  },
  {
    en: 'A child counts as presumed victim where a protection concern is sexual exploitation or armed groups (CAAFAG); with other concerns alone a case is left out. “Trafficked/smuggled” is one code for two things, so no status follows from it, and nobody is formally identified here.',
    nb: 'Et barn regnes som antatt offer der et beskyttelsesbehov er seksuell utnyttelse eller væpnede grupper (CAAFAG); med bare andre behov er saken utelatt. «Trafficked/smuggled» er én kode for to ting, så ingen status følger av den, og ingen er formelt identifisert her.',
  },
  {
    en: 'Time runs from the day of registration or interview: when the child was first noticed is not said.',
    nb: 'Tiden regnes fra dagen for registrering eller intervju: Når barnet først ble oppdaget, er ikke oppgitt.',
  },
  {
    en: 'Only the owner of today is named: changes of case worker cannot be counted (GP-04).',
    nb: 'Bare dagens eier er oppgitt: Skifte av saksbehandler kan ikke telles (GP-04).',
  },
  {
    en: 'A need is dated by the day its service row was made; no row says why a service was not given. Appointments, deadlines and plans are not read as services.',
    nb: 'Et behov dateres med dagen tiltaksraden ble laget; ingen rad sier hvorfor et tiltak ikke ble gitt. Avtaler, frister og planer leses ikke som tiltak.',
  },
  {
    en: 'Transferred and duplicate files are left out with all their rows. Citizenship, referrals, placements, missing episodes, detention and charges are not read.',
    nb: 'Overførte saker og dubletter er utelatt med alle radene sine. Statsborgerskap, henvisninger, plasseringer, perioder som savnet, frihetsberøvelse og siktelser leses ikke.',
  },
];
