import type { Indicator } from '$lib/schema/indicator';
import type { Text } from '$lib/schema/text';
import type { Prepared } from './prepare';
import type { View } from './view';

const working: Text = {
  en: 'Pairs of records that may be one child are undecided and count as two children.',
  nb: 'Par av poster som kan være ett barn, er uavgjort og teller som to barn.',
};

const bounds: Text = {
  en: 'Pairs of records that may be one child are undecided. The figure is between the fewest and the most children that decisions about them can leave; the single number counts each pair as two children. A child made of two records counts where both together place it.',
  nb: 'Par av poster som kan være ett barn, er uavgjort. Tallet ligger mellom det laveste og det høyeste antallet barn som avgjørelser om dem kan gi; det enkelte tallet teller hvert par som to barn. Et barn av to poster telles der begge til sammen plasserer det.',
};

const release: Text = {
  en: 'Some records of two organisations may be of one child and count as two children: the true number may be another.',
  nb: 'Noen poster hos to organisasjoner kan gjelde ett barn og teller som to barn: Det virkelige tallet kan være et annet.',
};

/** What a figure about children says of pairs of records that nobody decided on; never how many they are. */
export function linkageNotes(
  { links }: Prepared,
  { statistic }: Pick<Indicator, 'statistic'>,
  { mode }: Pick<View, 'mode'>,
): Text[] {
  if (!links || !(links.undecided || links.tooMany)) return [];
  if (mode === 'release') return [release];
  return [statistic.kind === 'count' && links.tangles ? bounds : working];
}
