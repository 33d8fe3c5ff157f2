import type { Measure } from '$lib/schema/indicator';

/** Forms or groups of forms, all of a child or its main one: ids of the measures and their questions. */
const kinds = [
  { front: '', en: 'form', nb: 'form', in: undefined, several: true },
  { front: 'group_', en: 'group of forms', nb: 'gruppe av former', in: 'groups', several: true },
  { front: 'main_', en: 'main form', nb: 'hovedform', in: 'main', several: false },
  {
    front: 'main_group_',
    en: 'group of the main form',
    nb: 'gruppe for hovedformen',
    in: 'main_groups',
    several: false,
  },
] as const;

/** The measures of ID-12: shares of forms in each reading, the share that changed, and the pairs. */
export const formMeasures: readonly Measure[] = [
  ...kinds.flatMap(({ front, en, nb, in: question, several }): Measure[] => [
    {
      id: `${front}share`,
      unit: 'share',
      reads: 'share',
      in: question,
      label: { en: `Share of children with a known ${en}`, nb: `Andel av barn med kjent ${nb}` },
    },
    {
      id: `${front}unknown_share`,
      unit: 'share',
      reads: 'unknown',
      in: question,
      label: {
        en: 'Form not recorded, share of all',
        nb: 'Form ikke registrert, andel av alle',
      },
    },
    ...(several
      ? [
          {
            id: `${front}several_share`,
            unit: 'share',
            reads: 'share',
            of: 'several',
            in: question,
            label: {
              en: front ? 'Two or more groups of forms' : 'Two or more forms',
              nb: front ? 'To eller flere grupper av former' : 'To eller flere former',
            },
          } as const,
        ]
      : []),
  ]),
  {
    id: 'changed_share',
    unit: 'share',
    reads: 'share',
    in: 'changes',
    label: {
      en: 'Form changed at least once, children with two or more periods of exploitation',
      nb: 'Formen endret seg minst én gang, barn med to eller flere perioder med utnyttelse',
    },
  },
  ...(['pairs', 'group_pairs'] as const).map((id): Measure => ({
    id: `${id}_count`,
    unit: 'children',
    reads: 'count',
    in: id,
    label:
      id === 'pairs'
        ? {
            en: 'Children by form first recorded and form later recorded',
            nb: 'Barn etter form registrert først og form registrert senere',
          }
        : {
            en: 'Children by group of forms first recorded and later recorded',
            nb: 'Barn etter gruppe av former registrert først og registrert senere',
          },
  })),
];
