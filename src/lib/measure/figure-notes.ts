import type { Released } from '$lib/disclosure/released';
import type { DatasetFacts } from '$lib/schema/dataset';
import type { Indicator } from '$lib/schema/indicator';
import type { Text } from '$lib/schema/text';
import { calendarNotes } from './calendar-notes';
import { referenceNotes } from './compare-part';
import { dateNotes } from './date-notes';
import { linkageNotes } from './linkage-notes';
import type { Prepared } from './prepare';
import { filtersOf, neverCrossed } from './request';
import type { View } from './view';
import { waitingNotes } from './waiting-notes';

/** Whether the figure is about children, whose way from the case files can be told. */
export const aboutChildren = ({ population }: Indicator) =>
  population !== 'programmes' && population !== 'files';

const recordsNote: Text = {
  en: 'The files cannot be linked to children: the figure counts records, and one child may be counted more than once.',
  nb: 'Filene kan ikke knyttes til barn: tallet teller saker, og ett barn kan være talt flere ganger.',
};

const crossedNote: Text = {
  en: 'Special-category information is never crossed with region in anything that leaves: that breakdown is left out.',
  nb: 'Særlige kategorier krysses aldri med region i noe som forlater maskinen: den oppdelingen er utelatt.',
};

/** What must be read with a figure: population, linkage, reduced forms, dates, cautions. */
export function figureNotes(
  { facts, prepared }: { readonly facts: DatasetFacts; readonly prepared: Prepared },
  indicator: Indicator,
  view: View,
  reduced: readonly Text[],
  byEvent: boolean,
): Released['notes'] {
  return [
    ...waitingNotes(facts),
    ...(facts.population
      ? [{ en: `Population: ${facts.population.en}.`, nb: `Populasjon: ${facts.population.nb}.` }]
      : []),
    ...(aboutChildren(indicator) && !prepared.linked ? [recordsNote] : []),
    ...(aboutChildren(indicator) ? linkageNotes(prepared, indicator, view) : []),
    ...reduced,
    ...(view.mode === 'release' &&
    view.by.some((crossed) => neverCrossed([...crossed, ...filtersOf(view)]))
      ? [crossedNote]
      : []),
    ...(indicator.statistic.kind === 'care-calendar'
      ? calendarNotes(facts.meta.dateMode)
      : aboutChildren(indicator)
        ? dateNotes(facts.meta.dateMode, indicator, byEvent)
        : []),
    ...referenceNotes(indicator, view),
    ...indicator.caveats,
  ];
}
