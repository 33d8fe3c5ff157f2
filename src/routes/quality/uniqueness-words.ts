import type { Words } from '../words-in';

const en = {
  title: 'How far the case files single out children',
  release:
    'Shown in Working view only: a class of one or two children is itself a small exact number, and says which columns would find them.',
  none: 'The case files have none of the columns that are counted here.',
  counting: 'Classes are being counted…',
  failed: 'Not counted.',
  caption: 'Records and children by the size of their class',
  note: 'A class is all records with the same values in these columns. A child with several records counts once, in its smallest class.',
  unlinked: 'Records cannot be linked to children in these files, so only records are counted.',
  size: 'Size of the class',
  sizes: {
    '1': '1 (alone)',
    '2': '2',
    '3-4': '3–4',
    '5-10': '5–10',
    '11+': '11 and more',
  },
  asLoaded: 'As the files hold them',
  /** Between heading and unit: `As the files hold them, records`. */
  head: (level: string, unit: string) => `${level}, ${unit}`,
  grouped: 'Made coarser',
  records: 'records',
  children: 'children',
  made: (steps: string) => `Made coarser: ${steps}.`,
  notMade: 'These files are already as coarse as the data model asks.',
  combinations: 'Columns that single out most, up to three together',
  columns: 'Columns',
  alone: { children: 'Children alone', records: 'Records alone' },
  noCombination: 'No one, two or three of these columns single anyone out.',
  advice: 'What to make coarser',
  region: (caption: string) => `Table: ${caption}`,
};

const nb: typeof en = {
  title: 'Hvor langt saksfilene peker ut enkeltbarn',
  release:
    'Vises bare i arbeidsvisningen: En klasse med ett eller to barn er i seg selv et lite, nøyaktig tall, og sier hvilke kolonner som ville finne dem.',
  none: 'Saksfilene har ingen av kolonnene som telles her.',
  counting: 'Klassene telles …',
  failed: 'Ikke telt.',
  caption: 'Poster og barn etter hvor stor klassen deres er',
  note: 'En klasse er alle poster med de samme verdiene i disse kolonnene. Et barn med flere poster telles én gang, i den minste klassen sin.',
  unlinked: 'Postene kan ikke knyttes til barn i disse filene, så bare poster telles.',
  size: 'Klassens størrelse',
  sizes: {
    '1': '1 (alene)',
    '2': '2',
    '3-4': '3–4',
    '5-10': '5–10',
    '11+': '11 og flere',
  },
  asLoaded: 'Slik filene har dem',
  head: (level, unit) => `${level}, ${unit}`,
  grouped: 'Gjort grovere',
  records: 'poster',
  children: 'barn',
  made: (steps) => `Gjort grovere: ${steps}.`,
  notMade: 'Disse filene er alt så grove som datamodellen ber om.',
  combinations: 'Kolonner som peker ut flest, opptil tre sammen',
  columns: 'Kolonner',
  alone: { children: 'Barn alene', records: 'Poster alene' },
  noCombination: 'Ingen av disse kolonnene peker ut noen, verken én, to eller tre sammen.',
  advice: 'Hva som kan gjøres grovere',
  region: (caption) => `Tabell: ${caption}`,
};

/** What the page says of classes of quasi-identifiers. */
export const uniquenessPage: Words<typeof en> = { en, nb };
