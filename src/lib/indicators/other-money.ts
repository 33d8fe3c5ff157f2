import type { OtherDefinitions } from '$lib/schema/indicator';

/** A gap without payments instead of without a contract. */
const cash = {
  en: 'Begins a grant with its first payment: days between the signature and the money become a gap.',
  nb: 'Lar et tilskudd begynne ved første utbetaling: dagene mellom avtalen og pengene blir et opphold.',
};

/** What competes with the definitions of groups I to K, by indicator (indicators, sections I to K and L). */
export const otherMoney = {
  'FC-01': {
    changes: { gap: { cash } },
    elsewhere: [
      {
        words: {
          en: 'A partial gap: days on which the money for the day is less than half of what the programme costs to run.',
          nb: 'Et delvis opphold: dager da pengene for dagen er mindre enn halvparten av det tiltaket koster å drive.',
        },
        source: {
          en: 'A proposal beside this definition, of no other body',
          nb: 'Et forslag ved siden av denne definisjonen, ikke fra andre',
        },
        checked: true,
        needs: {
          en: 'what each programme costs to run a day, which the files do not say',
          nb: 'hva hvert tiltak koster å drive per dag, som filene ikke sier',
        },
      },
    ],
  },
  'FC-02': {
    changes: {
      steady: {
        earmarking: {
          en: 'Goes by how tightly the giver binds the money, not by the kind of grant; loosely bound project money counts as core.',
          nb: 'Går etter hvor stramt giveren binder pengene, ikke etter typen tilskudd; løst bundne prosjektpenger regnes som grunnfinansiering.',
        },
      },
    },
    elsewhere: [
      {
        words: {
          en: 'Codes each activity: aid type B01 is core support, C01 a project.',
          nb: 'Koder hver aktivitet: bistandstype B01 er grunnstøtte, C01 et prosjekt.',
        },
        source: {
          en: 'International Aid Transparency Initiative (IATI)',
          nb: 'International Aid Transparency Initiative (IATI)',
        },
        checked: true,
        needs: {
          en: 'the aid type of each grant as its giver published it; the files hold the recipient’s own modality',
          nb: 'bistandstypen for hvert tilskudd slik giveren publiserte den; filene har mottakerens egen inndeling',
        },
      },
    ],
  },
  'FC-06': { changes: { gap: { cash } }, elsewhere: [] },
  'PQ-01': {
    changes: {
      average: {
        on: {
          en: 'Shows the mean score beside the profile; the items in practice stay the same, and a mean can hide a lowest item.',
          nb: 'Viser gjennomsnittet ved siden av profilen; punktene i praksis er de samme, og et gjennomsnitt kan skjule det laveste punktet.',
        },
      },
    },
    elsewhere: [
      {
        words: {
          en: 'Asks the ten questions without a scale; there is no score to add up.',
          nb: 'Stiller de ti spørsmålene uten skala; det finnes ingen poeng å legge sammen.',
        },
        source: { en: 'Child10, checklist', nb: 'Child10, sjekkliste' },
        checked: true,
        needs: {
          en: 'answers in words; the scores 0 to 3 are a proposal beside the checklist',
          nb: 'svar i ord; poengene 0 til 3 er et forslag ved siden av sjekklisten',
        },
      },
    ],
  },
  'DQ-01': {
    changes: {
      columns: {
        all: {
          en: 'Adds every other loaded column, many of which no core indicator reads.',
          nb: 'Tar med alle andre innleste kolonner, mange av dem leses ikke av noen kjerneindikator.',
        },
      },
    },
    elsewhere: [
      {
        words: {
          en: 'Publishes one column alone: referrals with unknown age, none until about 2018, 5.6 % in 2023.',
          nb: 'Publiserer én kolonne alene: henvisninger med ukjent alder, ingen til om lag 2018, 5,6 % i 2023.',
        },
        source: {
          en: 'United Kingdom, National Referral Mechanism',
          nb: 'Storbritannia, National Referral Mechanism',
        },
        checked: true,
        needs: {
          en: 'one row for each referral; what these files have of ages stands in the table by column',
          nb: 'én rad for hver henvisning; det disse filene har om alder, står i tabellen etter kolonne',
        },
      },
    ],
  },
} satisfies Readonly<Record<string, OtherDefinitions>>;
