import { term } from './glossary-term';

/** Words about what may be shown to whom. */
export const termsOfProtection = [
  term(
    'working-view',
    ['Working view', 'Arbeidsvisning'],
    [
      'True numbers, also small ones, for people who are entitled to see the records. Nothing can be saved or published from it.',
      'Sanne tall, også små, for dem som har rett til å se opplysningene. Ingenting kan lagres eller publiseres herfra.',
    ],
  ),
  term(
    'release-view',
    ['Release view', 'Publiseringsvisning'],
    [
      'What a reader outside will get: small groups, and numbers that would reveal them, are withheld. Figures can be saved from here.',
      'Det en leser utenfor får se: Små grupper, og tall som ville røpe dem, holdes tilbake. Herfra kan tall lagres.',
    ],
  ),
  term(
    'withheld',
    ['Withheld [c]', 'Holdt tilbake [c]'],
    [
      'There is a number, and it is not shown in order to protect children. It may be small, or it may be needed to hide a small one: the mark is the same. It is not zero and not unknown.',
      'Det finnes et tall, og det vises ikke, for å verne barn. Det kan være lite, eller det kan trengs for å skjule et lite tall: Merket er det samme. Det er ikke null og ikke ukjent.',
    ],
  ),
  term(
    'limits',
    ['Limits of a withheld share', 'Grenser for en andel som holdes tilbake'],
    [
      'A share may be withheld although the other numbers shown leave little doubt of it. Then its limits stand before the mark, in whole per cents. Anybody could work them out from what is shown, so they tell nothing more. They are certain, not a 95% range and not an estimate, and do not say where between them the share lies.',
      'En andel kan være holdt tilbake selv om de andre tallene som vises, lar lite være i tvil. Da står grensene foran merket, i hele prosent. Hvem som helst kunne regnet dem ut fra det som vises, så de sier ikke noe mer. De er sikre, ikke et 95 %-område og ikke et anslag, og sier ikke hvor mellom dem andelen ligger.',
    ],
  ),
  term(
    'protected',
    ['Protected figure', 'Beskyttet tall'],
    [
      'A figure that has passed the check of Release view: nobody can work out a small group from it by adding or subtracting what it shows.',
      'Et tall som har bestått kontrollen i publiseringsvisningen: Ingen kan regne ut en liten gruppe ved å legge sammen eller trekke fra det som vises.',
    ],
  ),
  term(
    'threshold',
    ['Threshold', 'Terskel'],
    [
      'The smallest number of children that Release view shows. It is 11 unless you choose another, so counts from 1 to 10 are withheld.',
      'Det minste antallet barn som publiseringsvisningen viser. Det er 11 om du ikke velger noe annet, så antall fra 1 til 10 holdes tilbake.',
    ],
  ),
  term(
    'secondary-suppression',
    ['Secondary suppression', 'Sekundær prikking'],
    [
      'To withhold a further number so that a small one cannot be worked out as total minus the rest. This further number may be large.',
      'Å holde tilbake enda et tall, så et lite tall ikke kan regnes ut som summen minus resten. Dette andre tallet kan være stort.',
    ],
    [
      'Hundepool and others, Statistical Disclosure Control, 2012',
      'Hundepool mfl., Statistical Disclosure Control, 2012',
    ],
  ),
];
