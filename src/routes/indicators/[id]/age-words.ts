import type { Words } from '../../words-in';

const en = {
  title: 'Children whose age is not certain',
  rule: 'A person whose age is not known and who was presumed to be a child counts as a child. The rule is on unless it is switched off here; the switch holds for every figure.',
  caption: 'The figure with and without the rule',
  reading: 'Reading',
  figure: 'Figure',
  on: 'With those presumed to be children',
  off: 'Without them',
  shown: 'shown above',
  unknown: 'Age not known, not presumed: in neither',
  disputes: 'Age in dispute',
  disputesWhere: 'is a figure of its own:',
  none: 'none',
  beside: 'not told here',
  computing: 'Computing…',
  notForRelease: 'Working view: unprotected, not for release.',
  one: (on: boolean): string =>
    on
      ? 'This page counts those presumed to be children.'
      : 'This page leaves those presumed to be children out.',
  why: 'Release view shows the chosen reading alone: each is protected by itself, and what is left over when one is subtracted from the other may be one child. Working view shows both.',
  turnOff: 'Leave them out',
  turnOn: 'Count them again',
};

const nb: typeof en = {
  title: 'Barn med usikker alder',
  rule: 'En person med ukjent alder som ble antatt å være barn, regnes som barn. Regelen gjelder hvis den ikke slås av her; valget gjelder alle tall.',
  caption: 'Tallet med og uten regelen',
  reading: 'Lesemåte',
  figure: 'Tall',
  on: 'Med dem som er antatt å være barn',
  off: 'Uten dem',
  shown: 'vist over',
  unknown: 'Ukjent alder, ikke antatt: i ingen av dem',
  disputes: 'Omtvistet alder',
  disputesWhere: 'er et eget tall:',
  none: 'ingen',
  beside: 'fortelles ikke her',
  computing: 'Beregner …',
  notForRelease: 'Arbeidsvisning: ubeskyttet, ikke til publisering.',
  one: (on) =>
    on
      ? 'Denne siden regner med dem som er antatt å være barn.'
      : 'Denne siden utelater dem som er antatt å være barn.',
  why: 'Publiseringsvisningen viser bare den valgte lesemåten: Hver er beskyttet for seg, og det som blir igjen når den ene trekkes fra den andre, kan være ett barn. Arbeidsvisningen viser begge.',
  turnOff: 'Utelat dem',
  turnOn: 'Regn dem med igjen',
};

/** What stands with uncertain ages on the page of a figure. */
export const ageWords: Words<typeof en> = { en, nb };
