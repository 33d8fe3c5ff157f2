import type { OtherDefinitions } from '$lib/schema/indicator';

/** What competes with the definitions of groups B to D, by indicator (indicators, sections B to D and L). */
export const otherProtection = {
  'RF-01': {
    changes: {
      clock: {
        registered: {
          en: 'Starts the clock when the child is registered, so the days between detection and registration no longer count as waiting.',
          nb: 'Starter klokken når barnet registreres, slik at dagene mellom oppdagelse og registrering ikke lenger regnes som venting.',
        },
      },
      unit: {
        days: {
          en: 'Counts calendar days, and so also children for whom no clock time is recorded.',
          nb: 'Teller kalenderdager, og dermed også barn uten registrert klokkeslett.',
        },
      },
    },
    elsewhere: [
      {
        words: {
          en: 'Counts the notifications that child protection receives: what arrived, not who was never referred.',
          nb: 'Teller meldingene barnevernet mottar: det som kom fram, ikke hvem som aldri ble henvist.',
        },
        source: {
          en: 'Norway, reporting format of child protection',
          nb: 'Norge, barnevernets rapporteringsformat',
        },
        checked: true,
        needs: {
          en: 'every notification that child protection received, also of children nobody detected as victims',
          nb: 'alle meldinger barnevernet mottok, også om barn som ingen har oppdaget som ofre',
        },
      },
      {
        words: {
          en: 'Counts only children who were referred, and asks how many of them were in time.',
          nb: 'Teller bare barn som ble henvist, og spør hvor mange av dem som ble det i tide.',
        },
        source: {
          en: 'Practice in case reports; no published text was found',
          nb: 'Praksis i saksrapporter; ingen publisert tekst er funnet',
        },
        checked: false,
        needs: {
          en: 'children never referred to be left out, which this page does not do; RF-02 has the median of completed referrals',
          nb: 'at barn som aldri ble henvist utelates, noe denne siden ikke gjør; RF-02 har medianen for fullførte henvisninger',
        },
      },
    ],
  },
  'RF-02': {
    changes: {
      unit: {
        days: {
          en: 'Counts calendar days, and so also children for whom no clock time is recorded.',
          nb: 'Teller kalenderdager, og dermed også barn uten registrert klokkeslett.',
        },
      },
      own: {
        as_recorded: {
          en: 'A child whom child protection detected itself waits until a referral is recorded, which often never happens.',
          nb: 'Et barn som barnevernet selv oppdaget, venter til en henvisning er registrert, noe som ofte aldri skjer.',
        },
      },
    },
    elsewhere: [
      {
        words: {
          en: 'Counts reports by their delay, 0 to 3 days and longer; a missing date becomes a delay of 0 days.',
          nb: 'Teller meldinger etter forsinkelse, 0 til 3 dager og lenger; en manglende dato blir 0 dagers forsinkelse.',
        },
        source: { en: 'Primero, reporting delay', nb: 'Primero, meldeforsinkelse' },
        checked: true,
        needs: {
          en: 'the date of the incident, and a missing date to be read as zero, which is never done here',
          nb: 'datoen for hendelsen, og at en manglende dato leses som null, noe som aldri gjøres her',
        },
      },
    ],
  },
  'RF-04': {
    changes: {},
    elsewhere: [
      {
        words: {
          en: 'Counts, among the cases that are open, those with an assessment; closed cases are left out.',
          nb: 'Teller saker med en vurdering blant dem som er åpne; lukkede saker er utelatt.',
        },
        source: { en: 'Primero, assessments', nb: 'Primero, vurderinger' },
        checked: true,
        needs: {
          en: 'a count of the cases open on one day; this figure follows every child from detection',
          nb: 'en telling av saker som er åpne på én dag; dette tallet følger alle barn fra de ble oppdaget',
        },
      },
      {
        words: {
          en: 'Codes how the child took part in the assessment, since 2026.',
          nb: 'Koder hvordan barnet medvirket i vurderingen, siden 2026.',
        },
        source: {
          en: 'Norway, reporting format of child protection',
          nb: 'Norge, barnevernets rapporteringsformat',
        },
        checked: true,
        needs: {
          en: 'codes of participation; the files only say whether the child was heard',
          nb: 'koder for medvirkning; filene sier bare om barnet ble hørt',
        },
      },
    ],
  },
  'GP-01': {
    changes: {
      guardian: {
        legal: {
          en: 'Leaves out temporary guardians; a child with only such a one waits.',
          nb: 'Utelater midlertidige verger; et barn som bare har en slik, venter.',
        },
      },
      population: {
        'P-REG': {
          en: 'Adds children who live with their parents and often need no guardian, so the share is lower.',
          nb: 'Tar med barn som bor hos foreldrene og ofte ikke trenger verge, slik at andelen blir lavere.',
        },
      },
    },
    elsewhere: [
      {
        words: {
          en: 'Counts a child as represented when a social worker acts for it without having been appointed.',
          nb: 'Regner barnet som representert når en sosialarbeider handler for det uten å være oppnevnt.',
        },
        source: {
          en: 'Practice in some countries; no published text was found',
          nb: 'Praksis i noen land; ingen publisert tekst er funnet',
        },
        checked: false,
        needs: {
          en: 'a role for a social worker who acts as guardian; the files have appointed and temporary guardians',
          nb: 'en rolle for sosialarbeidere som opptrer som verge; filene har oppnevnte og midlertidige verger',
        },
      },
    ],
  },
  'GP-02': {
    changes: {
      clock: {
        requested: {
          en: 'Starts the clock when a guardian was asked for, and leaves out children for whom nobody asked.',
          nb: 'Starter klokken da det ble bedt om verge, og utelater barn som ingen ba om verge for.',
        },
      },
      guardian: {
        legal: {
          en: 'Leaves out temporary guardians; a child with only such a one waits.',
          nb: 'Utelater midlertidige verger; et barn som bare har en slik, venter.',
        },
      },
    },
    elsewhere: [
      {
        words: {
          en: 'Counts from the application for asylum: a representative within 15 working days, 25 in exceptional situations.',
          nb: 'Teller fra asylsøknaden: en representant innen 15 arbeidsdager, 25 i særlige situasjoner.',
        },
        source: {
          en: 'Directive (EU) 2024/1346, Article 27, read through Ireland’s International Protection Act 2026',
          nb: 'Direktiv (EU) 2024/1346 artikkel 27, lest gjennom Irlands International Protection Act 2026',
        },
        checked: true,
        needs: {
          en: 'the date of the application for asylum and a calendar of working days; 15 working days are read here as 21 days',
          nb: 'datoen for asylsøknaden og en kalender over arbeidsdager; 15 arbeidsdager leses her som 21 dager',
        },
      },
    ],
  },
  'ND-01': {
    changes: {},
    elsewhere: [
      {
        words: {
          en: 'Counts all children in detention, whether victims or not.',
          nb: 'Teller alle barn i forvaring, enten de er ofre eller ikke.',
        },
        source: {
          en: 'UNODC and UNICEF, juvenile-justice indicators',
          nb: 'UNODC og UNICEF, indikatorer for ungdomsrett',
        },
        checked: true,
        needs: {
          en: 'every detained child, also those whom nobody detected as victims',
          nb: 'alle frihetsberøvede barn, også dem ingen har oppdaget som ofre',
        },
      },
    ],
  },
  'ND-03': {
    changes: {
      unit: {
        days: {
          en: 'Counts calendar days, and so also spells for which no clock time is recorded.',
          nb: 'Teller kalenderdager, og dermed også perioder uten registrert klokkeslett.',
        },
      },
      linked: {
        merged: {
          en: 'Joins spells less than 24 hours apart, such as a transfer: fewer and longer spells.',
          nb: 'Slår sammen perioder med under 24 timer mellom, som en overføring: færre og lengre perioder.',
        },
      },
    },
    elsewhere: [
      {
        words: {
          en: 'Measures the duration of detention of all children, whether victims or not.',
          nb: 'Måler hvor lenge barn sitter i forvaring, enten de er ofre eller ikke.',
        },
        source: {
          en: 'UNODC and UNICEF, juvenile-justice indicators',
          nb: 'UNODC og UNICEF, indikatorer for ungdomsrett',
        },
        checked: true,
        needs: {
          en: 'every spell of every detained child, also of those whom nobody detected as victims',
          nb: 'alle perioder for alle frihetsberøvede barn, også dem ingen har oppdaget som ofre',
        },
      },
    ],
  },
  'ND-06': {
    changes: {
      charges: {
        yes: {
          en: 'Leaves out charges whose link to trafficking is only suspected.',
          nb: 'Utelater siktelser der sammenhengen med menneskehandel bare er mistenkt.',
        },
        every: {
          en: 'Adds charges without any link to trafficking.',
          nb: 'Tar med siktelser uten noen sammenheng med menneskehandel.',
        },
        status: {
          en: 'Takes only offences of status, such as entry, stay, work, papers and prostitution, whatever the link.',
          nb: 'Tar bare med statusrelaterte lovbrudd, som innreise, opphold, arbeid, papirer og prostitusjon, uansett sammenheng.',
        },
      },
    },
    elsewhere: [],
  },
} satisfies Readonly<Record<string, OtherDefinitions>>;
