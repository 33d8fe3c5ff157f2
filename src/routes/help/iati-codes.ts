import { code, nothing } from './error-code';

/** What is told of the files of an IATI publisher. */
export const iatiCodes = [
  code(
    'no-commitment',
    [
      'An activity has no incoming commitment in these files; its dates are not needed.',
      'En aktivitet har ingen mottatte tilsagn i disse filene; datoene trengs ikke.',
    ],
    nothing,
  ),
  code(
    'other-transactions',
    [
      'Transactions that are no incoming commitment (type 11), such as disbursements, feed nothing.',
      'Transaksjoner som ikke er mottatte tilsagn (type 11), for eksempel utbetalinger, brukes ikke.',
    ],
    nothing,
  ),
];
