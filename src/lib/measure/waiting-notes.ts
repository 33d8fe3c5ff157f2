import type { DatasetFacts } from '$lib/schema/dataset';
import type { Text } from '$lib/schema/text';

/** That files wait for a decision and are in no figure, with what they hold. */
export function waitingNotes({ waiting = [] }: Pick<DatasetFacts, 'waiting'>): readonly Text[] {
  if (!waiting.length) return [];
  const list = (language: keyof Text) =>
    new Intl.ListFormat(language === 'en' ? 'en-GB' : 'nb-NO').format(
      waiting.map(({ file, table }) => `${file} (${table})`),
    );
  const one = waiting.length === 1;
  return [
    {
      en: `Computed without ${list('en')}: ${one ? 'this file waits' : 'these files wait'} for a decision under Data. The figure can change when ${one ? 'it is' : 'they are'} loaded.`,
      nb: `Beregnet uten ${list('nb')}: ${one ? 'Filen venter' : 'Filene venter'} på at det tas stilling til ${one ? 'den' : 'dem'} under Data. Tallet kan endre seg når ${one ? 'den' : 'de'} lastes inn.`,
    },
  ];
}
