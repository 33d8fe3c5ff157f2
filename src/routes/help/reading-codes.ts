import { check, code } from './error-code';

/** What is told of encodings, columns and words that could be read in several ways. */
export const readingCodes = [
  code(
    'encoding-other',
    [
      'The file is read as windows-1252, but its letters fit another encoding.',
      'Filen er lest som windows-1252, men bokstavene passer til en annen tegnkoding.',
    ],
    [
      'Choose the encoding under Data, where the file is read, or save the file as UTF-8.',
      'Velg tegnkodingen under Data, der filen leses, eller lagre filen som UTF-8.',
    ],
  ),
  code(
    'codes-by-synonym',
    [
      'Words of a column were read as codes, by the published lists of words.',
      'Ord i en kolonne er lest som koder etter de publiserte ordlistene.',
    ],
    check,
  ),
  code(
    'code-doubtful',
    [
      'A word that could stand for several things was read as one of them.',
      'Et ord som kan stå for flere ting, er lest som ett av dem.',
    ],
    ['Confirm or change it under Data.', 'Bekreft eller endre det under Data.'],
  ),
  code(
    'codes-unconfirmed',
    [
      'Words in columns of codes could stand for several things, and nobody confirmed what they mean.',
      'Ord i kolonner med koder kan stå for flere ting, og ingen har bekreftet hva de betyr.',
    ],
    [
      'Look at the list under Data and confirm it, or choose what each word means.',
      'Se på listen under Data og bekreft den, eller velg hva hvert ord betyr.',
    ],
  ),
  code(
    'waits-for-another-file',
    [
      'Another file of the same table waits for a decision, so this one waits with it.',
      'En annen fil for den samme tabellen venter på en avgjørelse, så denne venter med den.',
    ],
    ['Decide about the other file under Data.', 'Ta stilling til den andre filen under Data.'],
  ),
  code(
    'damaged-characters',
    [
      'Some bytes of the file cannot be read as letters.',
      'Noen byte i filen kan ikke leses som bokstaver.',
    ],
    [
      'Export it again in one encoding, best UTF-8.',
      'Ta uttrekket på nytt i én tegnkoding, helst UTF-8.',
    ],
  ),
  code(
    'mixed-encodings',
    [
      'The file mixes encodings, so some letters are read wrongly.',
      'Filen blander tegnkodinger, så noen bokstaver leses feil.',
    ],
    [
      'Export it again in one encoding, best UTF-8.',
      'Ta uttrekket på nytt i én tegnkoding, helst UTF-8.',
    ],
  ),
  code(
    'encoding-doubtful',
    [
      'The encoding is a guess that does not fit every letter.',
      'Tegnkodingen er en gjetning som ikke passer for alle bokstaver.',
    ],
    ['Save the file as UTF-8.', 'Lagre filen som UTF-8.'],
  ),
  code(
    'mapped-by-likeness',
    [
      'A column was matched because the names are alike.',
      'En kolonne ble koblet fordi navnene ligner.',
    ],
    check,
  ),
  code(
    'check-meaning',
    [
      'A header of this kind often means something else.',
      'En overskrift av dette slaget betyr ofte noe annet.',
    ],
    check,
  ),
];
