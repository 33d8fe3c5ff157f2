import type { Indicator } from './indicator';

/** The option that switches the presumption of minority: on by default, off by `leftOut`. */
export const presumedAge = { id: 'presumed', leftOut: 'left_out' } as const;

const option: Indicator['options'][number] = {
  id: presumedAge.id,
  label: { en: 'Age not known, presumed a child', nb: 'Ukjent alder, antatt barn' },
  choices: [
    {
      id: 'counted',
      label: { en: 'Counted as a child', nb: 'Regnes som barn' },
    },
    {
      id: presumedAge.leftOut,
      label: { en: 'Left out: age not known', nb: 'Utelates: ukjent alder' },
    },
  ],
};

const changes = {
  [presumedAge.leftOut]: {
    en: 'Leaves out persons whose age is not known and who were presumed to be children.',
    nb: 'Utelater personer med ukjent alder som ble antatt å være barn.',
  },
};

/** Whether whom a figure counts depends on the presumption: it is about children, not persons of any age. */
const concerns = ({ anyAge, population }: Indicator): boolean =>
  !anyAge && population !== 'programmes' && population !== 'files';

/** A definition with the switch of the presumption as its last option, where it concerns it. */
export function withPresumedAge(indicator: Indicator): Indicator {
  if (!concerns(indicator)) return indicator;
  const { otherDefinitions: other, options } = indicator;
  return {
    ...indicator,
    options: [...options, option],
    ...(other && {
      otherDefinitions: { ...other, changes: { ...other.changes, [presumedAge.id]: changes } },
    }),
  };
}
