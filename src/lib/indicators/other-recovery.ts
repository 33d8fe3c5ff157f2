import type { OtherDefinitions } from '$lib/schema/indicator';

/** What competes with the definitions of groups F to H, by indicator (indicators, sections F to H and L). */
export const otherRecovery = {
  'VW-01': {
    changes: {
      events: {
        all: {
          en: 'Adds the interviews outside the criminal proceeding in which the child tells it again.',
          nb: 'Tar med samtalene utenfor straffesaken der barnet forteller det på nytt.',
        },
      },
    },
    elsewhere: [],
  },
  'RR-01': {
    changes: {
      population: {
        'P-EXIT': {
          en: 'Follows only children who left care, from the day they left; exploitation before that does not count.',
          nb: 'Følger bare barn som har forlatt omsorgen, fra dagen de dro; utnyttelse før det teller ikke.',
        },
      },
    },
    elsewhere: [
      {
        words: {
          en: 'Counts persons who left one trafficking situation and entered another, among all whom it assisted: 79 known among over 14,000 in ten years.',
          nb: 'Teller personer som kom ut av én menneskehandelssituasjon og inn i en annen, blant alle den har hjulpet: 79 kjente blant over 14 000 på ti år.',
        },
        source: {
          en: 'International Organization for Migration (IOM)',
          nb: 'Den internasjonale organisasjonen for migrasjon (IOM)',
        },
        checked: true,
        needs: {
          en: 'adults and all situations before detection; this figure follows each child for a set time',
          nb: 'voksne og alle situasjoner før oppdagelsen; dette tallet følger hvert barn i en fast tid',
        },
      },
    ],
  },
  'RR-04': {
    changes: {
      contact: {
        service: {
          en: 'Leaves out contacts without help: only a service that was delivered counts.',
          nb: 'Utelater kontakt uten hjelp: bare et tiltak som er gitt, teller.',
        },
      },
    },
    elsewhere: [
      {
        words: {
          en: 'Codes aftercare as offered and accepted, offered and declined, or ended on the child’s own wish.',
          nb: 'Koder ettervern som tilbudt og akseptert, tilbudt og avslått, eller avsluttet etter eget ønske.',
        },
        source: {
          en: 'Norway, reporting format of child protection',
          nb: 'Norge, barnevernets rapporteringsformat',
        },
        checked: true,
        needs: {
          en: 'a record of the offer and of the answer to it',
          nb: 'at tilbudet og svaret på det er registrert',
        },
      },
    ],
  },
  'SW-01': {
    changes: {
      delivery: {
        completed: {
          en: 'Counts a need as met only when the help has been completed; help that runs still waits.',
          nb: 'Regner et behov som dekket først når hjelpen er fullført; hjelp som pågår, venter fortsatt.',
        },
      },
    },
    elsewhere: [
      {
        words: {
          en: 'Counts services by the date on which they were implemented; a need nobody answered does not show.',
          nb: 'Teller tiltak etter datoen de ble gjennomført; et behov ingen svarte på, vises ikke.',
        },
        source: { en: 'Primero, services', nb: 'Primero, tiltak' },
        checked: true,
        needs: {
          en: 'a count of services without the needs, which this page does not make',
          nb: 'en telling av tiltak uten behovene, som denne siden ikke lager',
        },
      },
      {
        words: {
          en: 'Calls a need met once the child has been referred.',
          nb: 'Kaller et behov dekket så snart barnet er henvist.',
        },
        source: {
          en: 'Practice in project reports; no published text was found',
          nb: 'Praksis i prosjektrapporter; ingen publisert tekst er funnet',
        },
        checked: false,
        needs: {
          en: 'the referral of each need to be read as help, which is not done here; RF-01 follows referrals',
          nb: 'at henvisningen for hvert behov leses som hjelp, noe som ikke gjøres her; RF-01 følger henvisninger',
        },
      },
    ],
  },
} satisfies Readonly<Record<string, OtherDefinitions>>;
