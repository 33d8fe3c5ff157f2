import type { Area } from '$lib/schema/indicator';
import type { Words } from '../words-in';

type AreaWords = Readonly<Record<Area, { readonly name: string; readonly asks: string }>>;

/** Names of the areas, with what each asks. */
export const areaWords: Words<AreaWords> = {
  en: {
    identification: {
      name: 'Identification',
      asks: 'Is the child seen as a victim, by whom, and which children are not?',
    },
    protection: {
      name: 'Protection and support',
      asks: 'How soon does a child get a referral, a guardian and a safe place?',
    },
    'non-punishment': {
      name: 'Non-punishment and non-detention',
      asks: 'Is a child held, charged or punished for what others made it do?',
    },
    'victim-witness': {
      name: 'Support as victim-witness',
      asks: 'Is a child who testifies heard with care, and no more often than needed?',
    },
    recovery: {
      name: 'Recovery and reintegration',
      asks: 'Are needs met for long enough, and does exploitation come back?',
    },
    missing: {
      name: 'Missing from care',
      asks: 'How many children in care go missing, how often, and are they found?',
    },
    funding: {
      name: 'Funding',
      asks: 'Are services paid for without gaps, and for longer than a project?',
    },
    quality: {
      name: 'Quality of the data',
      asks: 'How much of what is needed was recorded, and what is done in practice?',
    },
  },
  nb: {
    identification: {
      name: 'Identifisering',
      asks: 'Blir barnet sett som utsatt, av hvem, og hvilke barn blir ikke sett?',
    },
    protection: {
      name: 'Beskyttelse og hjelp',
      asks: 'Hvor raskt får barnet en henvisning, en verge og et trygt sted?',
    },
    'non-punishment': {
      name: 'Ingen straff og ingen frihetsberøvelse',
      asks: 'Blir barnet holdt, siktet eller straffet for det andre fikk det til å gjøre?',
    },
    'victim-witness': {
      name: 'Støtte som fornærmet og vitne',
      asks: 'Blir et barn som forklarer seg, hørt med omtanke og ikke oftere enn nødvendig?',
    },
    recovery: {
      name: 'Bedring og vei tilbake',
      asks: 'Blir behovene dekket lenge nok, og kommer utnyttelsen tilbake?',
    },
    missing: {
      name: 'Forsvunnet fra omsorg',
      asks: 'Hvor mange barn i omsorg forsvinner, hvor ofte, og blir de funnet?',
    },
    funding: {
      name: 'Finansiering',
      asks: 'Blir tjenestene betalt uten opphold, og lenger enn et prosjekt varer?',
    },
    quality: {
      name: 'Datakvalitet',
      asks: 'Hvor mye av det som trengs, ble registrert, og hva gjøres i praksis?',
    },
  },
};
