import type { OtherDefinitions } from '$lib/schema/indicator';

/** Away without permission counts too: what that changes is the same in every figure of the group. */
const away = {
  en: 'Adds absences without permission in which it was known where the child was.',
  nb: 'Tar med fravær uten tillatelse der man visste hvor barnet var.',
};

const charities = {
  en: 'ECPAT UK and Missing People, from freedom-of-information answers',
  nb: 'ECPAT UK og Missing People, fra innsynssvar',
};

/** What competes with the definitions of group E, by indicator (indicators, sections E and L). */
export const otherMissing = {
  'MC-01': {
    changes: { type: { missing_and_away: away } },
    elsewhere: [
      {
        words: {
          en: 'Divides children who went missing by the children identified or suspected as trafficked in care, as the authorities answered; with or without authorities that could not say.',
          nb: 'Deler barn som forsvant på barn i omsorg som er identifisert eller mistenkt utsatt for menneskehandel, slik myndighetene svarte; med eller uten dem som ikke kunne svare.',
        },
        source: charities,
        checked: true,
        needs: {
          en: 'the answers of each authority to both questions; the base here is children recorded as presumed or identified',
          nb: 'svarene fra hver myndighet på begge spørsmål; nevneren her er barn registrert som antatt eller identifisert',
        },
      },
      {
        words: {
          en: 'Counts unaccompanied children who left a reception centre with unknown destination.',
          nb: 'Teller enslige barn som forlot et mottak med ukjent bestemmelsessted.',
        },
        source: { en: 'Netherlands', nb: 'Nederland' },
        checked: true,
        needs: {
          en: 'every unaccompanied child in reception, also those whom nobody detected as victims',
          nb: 'alle enslige barn i mottak, også dem ingen har oppdaget som ofre',
        },
      },
    ],
  },
  'MC-02': {
    changes: { type: { missing_and_away: away } },
    elsewhere: [
      {
        words: {
          en: 'Divides the episodes by the children who went missing: 7.2 each in 2017, about 8 in 2020. How long they were in care does not count.',
          nb: 'Deler forsvinningene på barna som forsvant: 7,2 for hvert i 2017, om lag 8 i 2020. Hvor lenge de var i omsorg, teller ikke.',
        },
        source: charities,
        checked: true,
        needs: {
          en: 'time at risk to be left out, which this page does not do',
          nb: 'at tiden i omsorg holdes utenfor, noe denne siden ikke gjør',
        },
      },
    ],
  },
  'MC-03': {
    changes: {
      clock: {
        detection: {
          en: 'Starts the clock at detection, so the days before care count too, and with them children who never came into care.',
          nb: 'Starter klokken når barnet oppdages, slik at dagene før omsorgen også teller, og barn som aldri kom i omsorg.',
        },
      },
    },
    elsewhere: [
      {
        words: {
          en: 'Records an unaccompanied child as missing even if it leaves before 24 hours in the accommodation.',
          nb: 'Registrerer et enslig barn som forsvunnet også når det drar før 24 timer på innkvarteringen.',
        },
        source: { en: 'England', nb: 'England' },
        checked: true,
        needs: {
          en: 'unaccompanied children in accommodation whom nobody registered as victims',
          nb: 'enslige barn i innkvartering som ingen har registrert som ofre',
        },
      },
      {
        words: {
          en: 'Counts the 48 hours from the registration of the child.',
          nb: 'Teller de 48 timene fra barnet ble registrert.',
        },
        source: {
          en: 'Practice of registers; no published text was found',
          nb: 'Praksis i registre; ingen publisert tekst er funnet',
        },
        checked: false,
        needs: {
          en: 'a clock that starts at registration, which this page does not have',
          nb: 'en klokke som starter ved registreringen, som denne siden ikke har',
        },
      },
    ],
  },
  'MC-05': {
    changes: { type: { missing_and_away: away } },
    elsewhere: [
      {
        words: {
          en: 'Counts children who had not been found when the authorities answered: 169 of 986, published as “almost 20 %”.',
          nb: 'Teller barn som ikke var funnet da myndighetene svarte: 169 av 986, publisert som «nesten 20 %».',
        },
        source: charities,
        checked: true,
        needs: {
          en: 'the answers of each authority on one day',
          nb: 'svarene fra hver myndighet på én dag',
        },
      },
    ],
  },
} satisfies Readonly<Record<string, OtherDefinitions>>;
