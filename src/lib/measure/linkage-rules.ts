import type { Text } from '$lib/schema/text';

/** What two records are compared by, beside the days between them. */
export type LinkageField = 'gender' | 'age' | 'citizenship' | 'main_form' | 'region';

/** A rule by which two records of two organisations may be one child. */
export interface LinkageRule {
  readonly code: string;
  /** Fields that both records know and in which they agree. */
  readonly agree: readonly LinkageField[];
  /** Most days between the first detections. */
  readonly days: number;
  readonly words: Text;
}

/** From the strictest on; a pair is listed under the first rule that it meets. */
export const linkageRules: readonly LinkageRule[] = [
  {
    code: 'L1',
    agree: ['gender', 'age', 'citizenship', 'main_form', 'region'],
    days: 30,
    words: {
      en: 'Same gender, age, citizenship, main form and region; first detected at most 30 days apart',
      nb: 'Samme kjønn, alder, statsborgerskap, hovedform og region; først oppdaget med høyst 30 dagers mellomrom',
    },
  },
  {
    code: 'L2',
    agree: ['gender', 'age', 'citizenship', 'main_form'],
    days: 14,
    words: {
      en: 'Same gender, age, citizenship and main form, whatever the region; first detected at most 14 days apart',
      nb: 'Samme kjønn, alder, statsborgerskap og hovedform, uansett region; først oppdaget med høyst 14 dagers mellomrom',
    },
  },
  {
    code: 'L3',
    agree: ['gender', 'age', 'citizenship', 'region'],
    days: 90,
    words: {
      en: 'Same gender, age, citizenship and region, whatever the main form; first detected at most 90 days apart',
      nb: 'Samme kjønn, alder, statsborgerskap og region, uansett hovedform; først oppdaget med høyst 90 dagers mellomrom',
    },
  },
];

/** What the rules mean by their words. */
export const linkageNote: Text = {
  en: 'Only known values agree. Age: completed years, which may be one more in the later record, or the same age band where one record has no years. Citizenship: the same group and no two different countries. Days: between the days of first detection, or the fewest there can be where a file tells the month only.',
  nb: 'Bare kjente verdier kan være like. Alder: fylte år, som kan være ett mer i den seneste posten, eller samme aldersgruppe der en post ikke har år. Statsborgerskap: samme gruppe og ikke to ulike land. Dager: mellom dagene for første oppdagelse, eller de færreste det kan være der en fil bare har måneden.',
};
