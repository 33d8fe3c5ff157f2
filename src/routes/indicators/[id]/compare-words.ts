import type { Words } from '../../words-in';

const en = {
  title: 'Compare with a reference group',
  lead: 'Choose a breakdown and the one group that the others are held against. Choose it before you look, for a reason that has nothing to do with its number.',
  breakdown: 'Breakdown',
  nothing: 'No comparison',
  reference: 'Reference group',
  preset:
    'Preset: the first group of the list that has a figure which may be shown. It is not the best or the largest group.',
  measure: 'Measure',
  computing: 'Computing…',
  noGroup:
    'No group of this breakdown has a figure that may be shown, so there is nothing to compare with.',
  differences: (reference: string) =>
    `Difference from ${reference}, with the 95% range of chance variation`,
  funnel:
    'Every region beside the figure of all, with the limits of chance for a region of its size: 95% (inner) and 99.8% (outer). In the order of the region codes; this is no ranking.',
  mixed:
    'Bodies that report in the same months follow different rules of recording: a difference between groups that other bodies report may be one of rules. Compare with caution.',
  notes: 'Notes:',
};

const nb: typeof en = {
  title: 'Sammenlign med en referansegruppe',
  lead: 'Velg en inndeling og den ene gruppen de andre skal holdes opp mot. Velg den før du ser på tallene, av en grunn som ikke har noe med tallet dens å gjøre.',
  breakdown: 'Inndeling',
  nothing: 'Ingen sammenligning',
  reference: 'Referansegruppe',
  preset:
    'Forhåndsvalgt: den første gruppen i listen med et tall som kan vises. Det er ikke den beste eller den største gruppen.',
  measure: 'Mål',
  computing: 'Beregner …',
  noGroup:
    'Ingen gruppe i denne inndelingen har et tall som kan vises, så det er ingenting å sammenligne med.',
  differences: (reference) =>
    `Forskjell fra ${reference}, med 95\u00A0%-området for tilfeldig variasjon`,
  funnel:
    'Hver region ved siden av tallet for alle, med grensene for tilfeldig variasjon i en region av samme størrelse: 95\u00A0% (indre) og 99,8\u00A0% (ytre). I rekkefølgen til regionkodene; dette er ingen rangering.',
  mixed:
    'Instanser som rapporterer i de samme månedene, følger ulike regler for registrering: En forskjell mellom grupper som ulike instanser rapporterer, kan være en forskjell i regler. Sammenlign med varsomhet.',
  notes: 'Merknader:',
};

/** The words of the comparison with a reference group. */
export const compareWords: Words<typeof en> = { en, nb };
