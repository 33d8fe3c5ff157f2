import type { Indicator } from '$lib/schema/indicator';

type Option = Indicator['options'][number];

/** Which episodes count: missing alone, or away without permission too (indicators, group E). */
export const episodeTypes: Option = {
  id: 'type',
  label: { en: 'Episodes', nb: 'Forsvinninger' },
  choices: [
    {
      id: 'missing',
      label: { en: 'Missing: whereabouts unknown', nb: 'Forsvunnet: oppholdssted ukjent' },
    },
    {
      id: 'missing_and_away',
      label: {
        en: 'Missing, and away without permission',
        nb: 'Forsvunnet, og borte uten tillatelse',
      },
    },
  ],
};

/** What a gap in funding is: no contract in force, or no money paid yet (FC-01). */
export const gapKinds: Option = {
  id: 'gap',
  label: { en: 'What is a gap', nb: 'Hva som er et opphold' },
  choices: [
    {
      id: 'contract',
      label: {
        en: 'No contract: from start to end of the grant',
        nb: 'Ingen avtale: fra tilskuddets start til slutt',
      },
    },
    {
      id: 'cash',
      label: {
        en: 'No cash: from the first payment',
        nb: 'Ingen utbetaling: fra første utbetaling',
      },
    },
  ],
};
