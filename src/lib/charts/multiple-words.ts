import type { Text } from '$lib/schema/text';

/** Said beside shares of which a child may be in several. */
export const multipleWords: Text = {
  en: 'One child may stand in several rows, so the shares may add up to more than 100%.',
  nb: 'Ett barn kan stå i flere rader, så andelene kan til sammen bli mer enn 100\u00A0%.',
};
