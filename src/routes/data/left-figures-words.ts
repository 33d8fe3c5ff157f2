import type { Words } from '../words-in';

const en = {
  title: 'What has left in this release',
  note: 'Figures that were saved or copied in Release view. Each is checked together with those of the same indicator that left before. Loading other data begins a new release.',
  caption: 'Figures that left, oldest first',
  columns: ['Indicator', 'Filters', 'Periods'],
  none: 'none',
  anew: 'Start a new release',
  anewNote:
    'Only where what stands here will not be published: two releases are not checked together.',
};

const nb: typeof en = {
  title: 'Det som har gått ut i denne publiseringen',
  note: 'Tall som er lagret eller kopiert i publiseringsvisning. Hvert av dem kontrolleres sammen med dem av samme indikator som har gått ut før. Nye data begynner en ny publisering.',
  caption: 'Tall som har gått ut, eldste først',
  columns: ['Indikator', 'Filtre', 'Perioder'],
  none: 'ingen',
  anew: 'Begynn på en ny publisering',
  anewNote:
    'Bare når det som står her, ikke skal publiseres: To publiseringer kontrolleres ikke sammen.',
};

/** The words of the list of figures that left. */
export const leftFiguresWords: Words<typeof en> = { en, nb };
