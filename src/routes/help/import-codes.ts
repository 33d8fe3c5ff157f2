import { adapterCodes } from './adapter-codes';
import type { ErrorCode } from './error-code';
import { furtherCodes } from './further-codes';
import { gravestCodes } from './gravest-codes';
import { readingCodes } from './reading-codes';
import { workbookCodes } from './workbook-codes';

/** Every message of an import, the gravest first. */
export const importCodes: readonly ErrorCode[] = [
  ...gravestCodes,
  ...readingCodes,
  ...furtherCodes,
  ...adapterCodes,
  ...workbookCodes,
];
