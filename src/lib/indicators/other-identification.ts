import type { OtherDefinitions } from '$lib/schema/indicator';

/** What competes with the definitions of group A, by indicator (indicators, sections A and L). */
export const otherIdentification = {
  'ID-01': {
    changes: {
      population: {
        'P-IDENT': {
          en: 'Leaves out children who are presumed to be victims but not formally identified.',
          nb: 'Utelater barn som antas å være ofre, men ikke er formelt identifisert.',
        },
        'P-DET': {
          en: 'Adds children who came to notice and were not, or not yet, found to be victims.',
          nb: 'Tar med barn som ble oppdaget, men som ikke, eller ennå ikke, er funnet å være ofre.',
        },
      },
    },
    elsewhere: [
      {
        words: {
          en: 'Counts everyone referred to the national mechanism, in the year of the referral; a child is one who was under 18 when first exploited.',
          nb: 'Teller alle som er henvist til den nasjonale ordningen, i året for henvisningen; barn er den som var under 18 da utnyttelsen begynte.',
        },
        source: {
          en: 'United Kingdom, National Referral Mechanism',
          nb: 'Storbritannia, National Referral Mechanism',
        },
        checked: true,
        needs: {
          en: 'one row for each referral to such a mechanism, adults first exploited as children included',
          nb: 'én rad for hver henvisning til en slik ordning, også voksne som først ble utnyttet som barn',
        },
      },
      {
        words: {
          en: 'Counts victims in the police investigations that were closed in the year.',
          nb: 'Teller ofre i politietterforskninger som ble avsluttet i året.',
        },
        source: {
          en: 'Germany, annual report of the police',
          nb: 'Tyskland, politiets årsrapport',
        },
        checked: true,
        needs: {
          en: 'a period placed by the closing of the investigation; every period here is that of detection',
          nb: 'en periode etter når etterforskningen ble avsluttet; alle perioder her følger når barnet ble oppdaget',
        },
      },
      {
        words: {
          en: 'Counts a child in the year in which it was registered, not in the year in which it was detected.',
          nb: 'Teller barnet i året det ble registrert, ikke i året det ble oppdaget.',
        },
        source: {
          en: 'Practice of registers; no published text was found',
          nb: 'Praksis i registre; ingen publisert tekst er funnet',
        },
        checked: false,
        needs: {
          en: 'a period placed by the month of registration; every period here is that of detection',
          nb: 'en periode etter registreringsmåned; alle perioder her følger når barnet ble oppdaget',
        },
      },
    ],
  },
  'ID-02': {
    changes: {
      base: {
        total: {
          en: 'Divides the same children by residents of every age, so the rate is several times lower.',
          nb: 'Deler de samme barna på innbyggere i alle aldre, slik at raten blir flere ganger lavere.',
        },
      },
      reference: {
        jan1: {
          en: 'Divides by the population on 1 January of the year, where the files have it.',
          nb: 'Deler på folketallet 1. januar i året, der filene har det.',
        },
      },
    },
    elsewhere: [
      {
        words: {
          en: 'Divides detected victims of every age by residents of every age, by sex, age and form.',
          nb: 'Deler oppdagede ofre i alle aldre på innbyggere i alle aldre, etter kjønn, alder og form.',
        },
        source: {
          en: 'United Nations, Sustainable Development Goals indicator 16.2.2',
          nb: 'FN, bærekraftsmålenes indikator 16.2.2',
        },
        checked: true,
        needs: {
          en: 'adult victims in the files and the population of every age by sex',
          nb: 'voksne ofre i filene og folketallet i alle aldre etter kjønn',
        },
      },
    ],
  },
  'ID-03': {
    changes: {},
    elsewhere: [
      {
        words: {
          en: 'Counts registered victims by sex.',
          nb: 'Teller registrerte ofre etter kjønn.',
        },
        source: { en: 'Eurostat', nb: 'Eurostat' },
        checked: true,
        needs: {
          en: 'a column for the registered sex beside the gender the child states',
          nb: 'en kolonne for registrert kjønn ved siden av kjønnet barnet oppgir',
        },
      },
    ],
  },
  'ID-04': {
    changes: {
      bands: {
        two: {
          en: 'Splits the same children into two groups of age instead of four.',
          nb: 'Deler de samme barna i to aldersgrupper i stedet for fire.',
        },
      },
    },
    elsewhere: [
      {
        words: {
          en: 'Groups every victim by the age at exploitation, so that an adult who was exploited as a child is a child there.',
          nb: 'Grupperer alle ofre etter alder ved utnyttelsen, slik at en voksen som ble utnyttet som barn, regnes som barn der.',
        },
        source: {
          en: 'United Kingdom, National Referral Mechanism',
          nb: 'Storbritannia, National Referral Mechanism',
        },
        checked: true,
        needs: {
          en: 'every adult victim in the files; what they hold of them is the share “begun before 18”, which is computed',
          nb: 'alle voksne ofre i filene; det filene har om dem, er andelen «begynt før 18», som beregnes',
        },
      },
      {
        words: {
          en: 'Takes the age at the time of the offence.',
          nb: 'Bruker alderen da lovbruddet skjedde.',
        },
        source: {
          en: 'Germany, annual report of the police',
          nb: 'Tyskland, politiets årsrapport',
        },
        checked: false,
        needs: {
          en: 'the age at the offence that was investigated',
          nb: 'alderen da lovbruddet som ble etterforsket, skjedde',
        },
      },
      {
        words: {
          en: 'Holds three ages side by side: at registration, at exploitation and at “entry”.',
          nb: 'Har tre aldre ved siden av hverandre: ved registrering, ved utnyttelse og ved «entry».',
        },
        source: {
          en: 'Counter-Trafficking Data Collaborative (CTDC)',
          nb: 'Counter-Trafficking Data Collaborative (CTDC)',
        },
        checked: true,
        needs: {
          en: 'an age at “entry”, which the files do not have a column for',
          nb: 'en alder ved «entry», som filene ikke har noen kolonne for',
        },
      },
    ],
  },
  'ID-05': {
    changes: {
      stage: {
        first_threshold: {
          en: 'Takes the first positive decision, made on reasonable grounds, instead of the final one; it comes earlier and more often.',
          nb: 'Tar den første positive avgjørelsen, på rimelig grunnlag, i stedet for den endelige; den kommer tidligere og oftere.',
        },
      },
      clock: {
        requested: {
          en: 'Leaves out children nobody put forward for a decision and starts the clock at the request.',
          nb: 'Utelater barn som ingen meldte til avgjørelse, og starter klokken ved meldingen.',
        },
      },
    },
    elsewhere: [
      {
        words: {
          en: 'Divides the positive decisions of a quarter by all decisions of it: it follows no child, and those who wait are not in it.',
          nb: 'Deler kvartalets positive avgjørelser på alle avgjørelser i det: det følger ingen barn, og de som venter, er ikke med.',
        },
        source: {
          en: 'United Kingdom, National Referral Mechanism',
          nb: 'Storbritannia, National Referral Mechanism',
        },
        checked: true,
        needs: {
          en: 'a figure of the decisions of a quarter; this one follows children',
          nb: 'et tall for kvartalets avgjørelser; dette følger barn',
        },
      },
    ],
  },
  'ID-08': {
    changes: {
      adult: {
        apart: {
          en: 'Takes persons who were later found to be adults out of the figure; the duty to treat them as children held at the time.',
          nb: 'Tar personer som senere ble funnet voksne ut av tallet; plikten til å behandle dem som barn gjaldt den gangen.',
        },
      },
    },
    elsewhere: [],
  },
  'ID-12': {
    changes: {
      view: {
        main: {
          en: 'Puts each child under one form, so the shares add up to 100 per cent and further forms vanish.',
          nb: 'Plasserer hvert barn under én form, slik at andelene blir 100 prosent til sammen og øvrige former forsvinner.',
        },
        groups: {
          en: 'Gathers the forms into six groups; a child with two forms of one group counts once in it.',
          nb: 'Samler formene i seks grupper; et barn med to former i én gruppe telles én gang i den.',
        },
      },
    },
    elsewhere: [
      {
        words: {
          en: 'Has three groups: sexual exploitation, labour and other. Begging and criminality have groups of their own here.',
          nb: 'Har tre grupper: seksuell utnyttelse, arbeid og annet. Tigging og kriminalitet har egne grupper her.',
        },
        source: { en: 'Eurostat', nb: 'Eurostat' },
        checked: true,
        needs: {
          en: 'that grouping, which this page does not have',
          nb: 'den grupperingen, som denne siden ikke har',
        },
      },
      {
        words: {
          en: 'Counts each combination of forms as a category of its own.',
          nb: 'Teller hver kombinasjon av former som en egen kategori.',
        },
        source: {
          en: 'United Kingdom, National Referral Mechanism',
          nb: 'Storbritannia, National Referral Mechanism',
        },
        checked: true,
        needs: {
          en: 'a table of combinations; most would hold too few children to be shown',
          nb: 'en tabell over kombinasjoner; de fleste ville hatt for få barn til å vises',
        },
      },
      {
        words: {
          en: 'Has no code for forced criminality, so those children stand under another form or none.',
          nb: 'Har ingen kode for tvungen kriminalitet, så disse barna står under en annen form eller ingen.',
        },
        source: {
          en: 'Human Trafficking Case Data Standard (HTCDS)',
          nb: 'Human Trafficking Case Data Standard (HTCDS)',
        },
        checked: true,
        needs: {
          en: 'a rule for where those children stand, which the standard does not give',
          nb: 'en regel for hvor disse barna skal stå, som standarden ikke gir',
        },
      },
    ],
  },
} satisfies Readonly<Record<string, OtherDefinitions>>;
