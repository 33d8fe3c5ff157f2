import type { Column } from '$lib/schema/table';
import type { Text } from '$lib/schema/text';
import { codeForm } from './normal-form';
import { hiddenCodes, reasonOf, ValueReader } from './value-map';

const words = {
  two: {
    en: 'it stands for more than one thing in this list',
    nb: 'det står for mer enn én ting i denne listen',
  },
  digit: {
    en: 'numbers do not stand for the same in all systems',
    nb: 'tall betyr ikke det samme i alle systemer',
  },
  m: {
    en: 'M is male in most languages and female (mujer) in Spanish, and no other word in this column tells',
    nb: 'M er mann på de fleste språk og kvinne (mujer) på spansk, og ingen andre ord i kolonnen avgjør det',
  },
  v: {
    en: 'V is female (vrouw) in Dutch and male (varón) in Spanish',
    nb: 'V er kvinne (vrouw) på nederlandsk og mann (varón) på spansk',
  },
  x: {
    en: 'X is also written where the sex is not known',
    nb: 'X skrives også der kjønnet ikke er kjent',
  },
} satisfies Readonly<Record<string, Text>>;

const [girls, boys] = [
  ['female', 'girls'],
  ['male', 'boys'],
];

/** What a form is read as in a column. */
interface Readings {
  readonly codes: Set<string>;
  readonly gaps: Set<string>;
}

const known = new WeakMap<Column, ReadonlyMap<string, Readings>>();

/** All forms that a column knows. */
function formsOf(column: Column): ReadonlyMap<string, Readings> {
  const before = known.get(column);
  if (before) return before;
  const forms = new Map<string, Readings>();
  const at = (spelling: string) => {
    const form = codeForm(spelling);
    const found = forms.get(form) ?? { codes: new Set(), gaps: new Set() };
    forms.set(form, found);
    return found;
  };
  const hidden = hiddenCodes(column);
  for (const { value, labels, synonyms } of column.codes)
    if (!hidden.includes(value))
      for (const one of [value, ...synonyms, ...Object.values(labels)]) at(one).codes.add(value);
  for (const gap of column.missing)
    for (const one of [gap.value, ...gap.synonyms]) at(one).gaps.add(reasonOf(gap));
  known.set(column, forms);
  return forms;
}

/**
 * Why a spelling that is read as a code could stand for something else, so that a person has to say;
 * null for a code itself and for a word that means one thing. `beside` holds the spellings of the whole
 * column: a letter is decided for a file, never for a cell.
 */
export function doubtOf(column: Column, spelling: string, beside: Iterable<string>): Text | null {
  const values = column.codes.map(({ value }) => value);
  if (values.includes(spelling)) return null;
  const form = codeForm(spelling);
  const found = formsOf(column).get(form);
  const [code, another] = found?.codes ?? [];
  if (!found || !code) return null;
  // A code for "not known" and the word for it say the same.
  if (another || [...found.gaps].some((gap) => !code.includes(gap))) return words.two;
  if (values.includes('yes') && values.includes('no')) return null;
  if (/^\d$/.test(form)) return words.digit;
  if (![girls, boys].every((list) => list?.some((one) => values.includes(one)))) return null;
  if (form === 'x' || form === 'v') return words[form];
  if (form !== 'm') return null;
  const reader = new ValueReader(column);
  for (const other of beside) {
    const meaning = ['m', 'v'].includes(codeForm(other)) ? null : reader.meaning(other);
    if (meaning && 'code' in meaning && girls?.includes(meaning.code)) return null;
  }
  return words.m;
}
