import type { Words } from '../words-in';

interface GroupWords {
  readonly name: string;
  /** What the number can say, and what it cannot. */
  readonly can: string;
  readonly cannot: string;
}

/** The groups the practitioner guide and the checklist name as overlooked. */
export type OverlookedId =
  'boys' | 'oldest' | 'disability' | 'lgbtqi' | 'nationals' | 'not-sexual' | 'minorities';

/** The groups in words. */
export const overlookedWords: Words<Readonly<Record<OverlookedId, GroupWords>>> = {
  en: {
    boys: {
      name: 'Boys',
      can: 'How many boys were seen as victims.',
      cannot: 'Whether fewer boys are exploited or fewer are noticed.',
    },
    oldest: {
      name: 'Aged 15 to 17',
      can: 'How many were seen while still a child.',
      cannot: 'How many were taken for adults and never counted as children.',
    },
    disability: {
      name: 'Children with a disability',
      can: 'How many had a disability that somebody wrote down.',
      cannot: 'How many have one that nobody asked about or saw.',
    },
    lgbtqi: {
      name: 'LGBTQI+ children',
      can: 'How many chose to say so, and were recorded.',
      cannot: 'How many did not feel safe to say so. Never press a child to fill this in.',
    },
    nationals: {
      name: 'Nationals of the country',
      can: 'How many children exploited in or from their own country were seen.',
      cannot: 'Whether the search looks mostly at children from abroad.',
    },
    'not-sexual': {
      name: 'Forms that are not sexual',
      can: 'How many have another main form: labour, crime, begging, marriage and others.',
      cannot: 'How many have such a form beside a sexual one, or were filed as offenders.',
    },
    minorities: {
      name: 'Minorities',
      can: 'How many were recorded as belonging to a minority.',
      cannot: 'Which minority, or how many are afraid to be registered as one.',
    },
  },
  nb: {
    boys: {
      name: 'Gutter',
      can: 'Hvor mange gutter som ble sett som utsatt.',
      cannot: 'Om færre gutter utnyttes, eller om færre blir lagt merke til.',
    },
    oldest: {
      name: '15 til 17 år',
      can: 'Hvor mange som ble sett mens de ennå var barn.',
      cannot: 'Hvor mange som ble tatt for voksne og aldri talt som barn.',
    },
    disability: {
      name: 'Barn med funksjonsnedsettelse',
      can: 'Hvor mange som hadde en funksjonsnedsettelse noen skrev ned.',
      cannot: 'Hvor mange som har en som ingen spurte om eller så.',
    },
    lgbtqi: {
      name: 'Skeive barn (lhbtqi+)',
      can: 'Hvor mange som valgte å fortelle det, og ble registrert.',
      cannot:
        'Hvor mange som ikke følte seg trygge nok til å fortelle det. Press aldri et barn for å fylle ut dette.',
    },
    nationals: {
      name: 'Landets egne borgere',
      can: 'Hvor mange barn utnyttet i eller fra sitt eget land som ble sett.',
      cannot: 'Om det letes mest etter barn fra andre land.',
    },
    'not-sexual': {
      name: 'Former som ikke er seksuelle',
      can: 'Hvor mange som har en annen viktigste form: arbeid, kriminalitet, tigging, ekteskap og annet.',
      cannot:
        'Hvor mange som har en slik form ved siden av en seksuell, eller ble ført som lovbrytere.',
    },
    minorities: {
      name: 'Minoriteter',
      can: 'Hvor mange som ble registrert med tilhørighet til en minoritet.',
      cannot: 'Hvilken minoritet, eller hvor mange som er redde for å bli registrert slik.',
    },
  },
};
