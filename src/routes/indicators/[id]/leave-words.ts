import type { Words } from '../../words-in';

const en = {
  judging: 'Checking beside what left before …',
  cancel: 'Cancel',
  changed: (more: number) =>
    more === 0
      ? 'Beside the figures that left before, other numbers are withheld. What stands here now is what may leave: choose again to save or copy it.'
      : `Beside the figures that left before, ${more === 1 ? 'one more number is' : `${more} more numbers are`} withheld. What stands here now is what may leave: choose again to save or copy it.`,
  refused:
    'This figure does not leave: with the figures of it that left before, it would point to a group of fewer children than the threshold, or there are too many of them to be checked together. Choose fewer filters or the periods you used before. If what left before will not be published, start a new release.',
  anew: 'Start a new release',
  failed: 'The check could not be done, so nothing left.',
  print:
    'Printed from the screen: protected with any one other view of it, not with all figures that left before.',
};

const nb: typeof en = {
  judging: 'Kontrolleres sammen med det som har gått ut før …',
  cancel: 'Avbryt',
  changed: (more) =>
    more === 0
      ? 'Sammen med tallene som har gått ut før, holdes andre tall tilbake. Det som står her nå, kan gå ut: Velg en gang til for å lagre eller kopiere.'
      : `Sammen med tallene som har gått ut før, holdes ${more === 1 ? 'ett tall til' : `${more} tall til`} tilbake. Det som står her nå, kan gå ut: Velg en gang til for å lagre eller kopiere.`,
  refused:
    'Dette tallet går ikke ut: Sammen med det som har gått ut av det før, ville det pekt på en gruppe med færre barn enn terskelen, eller det er for mange til å kontrolleres sammen. Velg færre filtre eller de periodene du har brukt før. Hvis det som har gått ut, ikke skal publiseres, kan du begynne på en ny publisering.',
  anew: 'Begynn på en ny publisering',
  failed: 'Kontrollen kunne ikke gjennomføres, så ingenting gikk ut.',
  print:
    'Skrevet ut fra skjermen: vernet sammen med enhver annen enkelt visning av tallet, ikke med alle tall som har gått ut før.',
};

/** The words of a figure that is to leave the machine. */
export const leaveWords: Words<typeof en> = { en, nb };
