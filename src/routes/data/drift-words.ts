import type { Words } from '../words-in';

const en = {
  title: 'Changed since the mapping was saved',
  unchanged: (files: string) =>
    `Nothing changed in shape: ${files} as when the mapping was saved. You can go on to the indicators.`,
  files: (count: number, number: string) =>
    count === 1 ? 'the file is' : `all ${number} files are`,
  /** Behind the name of a file: the one that the mapping was made from. */
  from: (file: string) => `against ${file}`,
  elsewhere:
    'Where last year’s files were loaded in this tab before these, the page on data quality counts them.',
};

const nb: typeof en = {
  title: 'Endret siden koblingen ble lagret',
  unchanged: (files) =>
    `Ingenting er endret i formen: ${files} som da koblingen ble lagret. Du kan gå videre til indikatorene.`,
  files: (count, number) => (count === 1 ? 'filen er' : `alle ${number} filene er`),
  from: (file) => `mot ${file}`,
  elsewhere:
    'Der fjorårets filer ble lastet inn i denne fanen før disse, telles de på siden om datakvalitet.',
};

/** What the page says of files held against a saved mapping. */
export const driftPage: Words<typeof en> = { en, nb };
