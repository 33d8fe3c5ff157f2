import type { Words } from '../words-in';

const en = {
  rules: [
    {
      term: 'Child',
      text: 'One distinct child key. Several files of one child are merged in order of detection: each fact is the first one known; the status is the furthest step reached. Where rows cannot be linked, figures count records and say so. A child is under 18 when first detected; where the age is unknown and minority was presumed, the row is a child; otherwise it stands beside the figure.',
    },
    {
      term: 'Populations',
      text: 'Detected: every child detected, whatever the status. Registered: children presumed or identified as victims. Identified: formally identified. In care: registered children with a day or more in care away from home.',
    },
    {
      term: 'Periods',
      text: 'Cohort: children first detected in the period, followed to the end of the data. Flow: events in the period. A ratio never sets one flow against another cohort.',
    },
    {
      term: 'Shares',
      text: 'Wilson score interval, 95 % (Newcombe 1998). Shown from 10 children on; “unstable” under 30 children or under 10 with the trait. More than 30 % unknown: only the band from “every unknown is no” to “every unknown is yes”.',
    },
    {
      term: 'Times',
      text: 'Kaplan–Meier for medians with log(−log) limits, Aalen–Johansen for shares by a time, because leaving, death and turning 18 end a wait without being its end. A share is read only where 10 children are still at risk; a median needs 10 children and 5 events. “Completed cases only” is biased short and stands beside.',
    },
    {
      term: 'Rates',
      text: 'Episodes per 100 child-months at risk; one month is 30.4375 days. Interval robust to repeat episodes of one child; first episodes with exact Poisson limits (Garwood 1936). Shown from 10 children and 10 child-months on.',
    },
    {
      term: 'Range of chance variation',
      text: 'A register is not a sample: the interval covers chance alone, not under-identification, wrong records or definitions.',
    },
  ],
  marks: 'Marks',
  withheld: 'withheld to protect children;',
  missing:
    'not available, with the reason; [u] unstable; [p] provisional; [b] break in the series; [r] revised since the import before; [l] pairs of records that may be one child are undecided. A zero is the digit 0.',
  protection: 'Protection',
  protected:
    'Threshold k = 11: counts from 1 to 10 are sensitive. Complementary suppression over the whole figure, each pattern proven by whole-number tables that reproduce what is shown. A rate is withheld with any count it rests on. Zeros are shown. In Release view curves are read at fixed times in whole per cents, medians are rounded to six hours (within two days), days (within two weeks) or weeks, and a percentile needs k children on either side.',
};

const nb: typeof en = {
  rules: [
    {
      term: 'Barn',
      text: 'Én bestemt barnenøkkel. Flere saker om samme barn slås sammen i den rekkefølgen barnet ble oppdaget: Hver opplysning er den første som er kjent, og status er det lengste steget saken har nådd. Der rader ikke kan kobles, teller tallene poster og sier det. Et barn er under 18 år når det oppdages første gang. Er alderen ukjent og barnet ble antatt å være under 18, regnes raden som et barn; ellers står den ved siden av tallet.',
    },
    {
      term: 'Populasjoner',
      text: 'Oppdaget: alle barn som er oppdaget, uansett status. Registrert: barn antatt eller identifisert som ofre. Identifisert: formelt identifisert. I omsorg: registrerte barn med minst én dag i omsorg utenfor hjemmet.',
    },
    {
      term: 'Perioder',
      text: 'Kohort: barn som ble oppdaget første gang i perioden, fulgt til dataene slutter. Hendelser i perioden: det som skjedde i den, uansett når barnet ble oppdaget. Et forholdstall setter aldri hendelser i én periode mot en annen kohort.',
    },
    {
      term: 'Andeler',
      text: 'Wilsons konfidensintervall, 95\u00A0% (Newcombe 1998). Vises fra og med 10 barn; «usikkert» under 30 barn eller under 10 med kjennetegnet. Mer enn 30\u00A0% ukjent: bare spennet fra «alt ukjent er nei» til «alt ukjent er ja».',
    },
    {
      term: 'Tider',
      text: 'Kaplan–Meier for medianer, med grenser på log(−log)-skalaen, og Aalen–Johansen for andeler innen en tid, fordi det å forlate landet, dø eller fylle 18 avslutter ventetiden uten å være det barnet ventet på. En andel leses bare av der 10 barn fortsatt er under risiko; en median krever 10 barn og 5 hendelser. «Bare avsluttede saker» gir for korte tider og står ved siden av.',
    },
    {
      term: 'Rater',
      text: 'Episoder per 100 barnemåneder under risiko; én måned er 30,4375 dager. Intervallet tar hensyn til gjentatte episoder for samme barn; første episoder har eksakte Poisson-grenser (Garwood 1936). Vises fra og med 10 barn og 10 barnemåneder.',
    },
    {
      term: 'Tilfeldig variasjon',
      text: 'Et register er ikke et utvalg: Intervallet dekker bare tilfeldigheter, ikke barn som ikke er identifisert, feil i opplysningene eller definisjonene.',
    },
  ],
  marks: 'Tegn',
  withheld: 'holdt tilbake for å verne barn;',
  missing:
    'ikke tilgjengelig, med grunnen; [u] usikkert; [p] foreløpig; [b] brudd i serien; [r] revidert siden innlastingen før; [l] par av poster som kan være ett barn, er uavgjort. En null er tallet 0.',
  protection: 'Vern',
  protected:
    'Terskel k = 11: Antall fra 1 til 10 er følsomme. Flere celler holdes tilbake i hele tallet så de følsomme ikke kan regnes ut (sekundær prikking), og hvert mønster bevises med heltallstabeller som gir det samme som vises. En rate holdes tilbake sammen med ethvert antall den bygger på. Nuller vises. I publiseringsvisningen leses kurver av på faste tidspunkter i hele prosent, medianer avrundes til seks timer (innen to døgn), dager (innen to uker) eller uker, og en persentil krever k barn på hver side.',
};

/** The conventions that every figure uses. */
export const conventionsWords: Words<typeof en> = { en, nb };
