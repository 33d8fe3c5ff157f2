import type { Text } from '$lib/schema/text';
import { EngineError } from './engine';

const LOCKED_FILES: Text = {
  en: 'The engine is locked and may read only the files it was given',
  nb: 'Motoren er låst og kan bare lese filene den har fått',
};
const LOCKED_SETTINGS: Text = {
  en: 'The settings of the engine are locked.',
  nb: 'Innstillingene til motoren er låst.',
};

/** DuckDB's messages quote cells, so only the class of the error survives, with a sentence of ours. */
const sentences: Record<string, Text> = {
  'Conversion Error': {
    en: 'A value could not be converted to the type that the statement asks for',
    nb: 'En verdi kunne ikke gjøres om til typen som spørringen ber om',
  },
  'Permission Error': LOCKED_FILES,
  'Catalog Error': {
    en: 'The statement names something that the engine does not have',
    nb: 'Spørringen nevner noe som motoren ikke har',
  },
  'Binder Error': {
    en: 'The statement does not fit the tables it names',
    nb: 'Spørringen passer ikke til tabellene den nevner',
  },
  'Parser Error': { en: 'The statement is not valid SQL', nb: 'Spørringen er ikke gyldig SQL' },
  'Constraint Error': {
    en: 'A row breaks a rule of its table',
    nb: 'En rad bryter en regel i tabellen',
  },
  'IO Error': { en: 'A file could not be read', nb: 'En fil kunne ikke leses' },
  'Out of Range Error': {
    en: 'A value is outside the range of its type',
    nb: 'En verdi ligger utenfor det typen kan romme',
  },
};

/** DuckDB's error classes that a statement can meet. */
const classes =
  /^((?:Conversion|Permission|Catalog|Binder|Parser|Constraint|IO|Out of Range|Invalid Input|Invalid|Invalid Type|Mismatch Type|Not implemented|Dependency|TransactionContext|Sequence|Serialization|INTERNAL|INTERRUPT) Error): /;

/** Messages that name an identifier of ours and nothing else; the identifier may be repeated. */
const identifiers = [
  /^Binder Error: (?:Referenced column|Column) "(\w{1,80})" not found/,
  /^Catalog Error: Table with name (\w{1,80}) does not exist/,
  /^Catalog Error: Scalar Function with name "?(\w{1,80})"? (?:does not exist|is not in the catalog)/,
];

/**
 * The `EngineError` for whatever DuckDB threw. Neither its message nor its cause holds text of the
 * original, which may quote a cell; what remains is a plain sentence and DuckDB's error class.
 */
export function failure(thrown: unknown): EngineError {
  if (thrown instanceof EngineError) return thrown;
  const { name, message } = thrown instanceof Error ? thrown : new Error(String(thrown));
  if (name === 'RuntimeError' || /^FATAL Error|database has been invalidated/.test(message))
    return trapped();
  if (/^Out of Memory Error|^std::bad_alloc|Array buffer allocation failed/.test(message))
    return outOfMemory();
  if (/NotReadableError|NotFoundError/.test(`${name}: ${message}`))
    return new EngineError('query', {
      en: 'The file has changed or moved since it was chosen. Choose it again.',
      nb: 'Filen er endret eller flyttet siden den ble valgt. Velg den på nytt.',
    });
  if (message.includes('the configuration has been locked'))
    return new EngineError('query', LOCKED_SETTINGS);
  const kind = classes.exec(message)?.[1] ?? 'Error';
  const named = identifiers.map((pattern) => pattern.exec(message)?.[1]).find(Boolean);
  const sentence = sentences[kind] ?? {
    en: 'The engine refused the statement',
    nb: 'Motoren avviste spørringen',
  };
  const behind = ` (${kind}${named ? `: ${named}` : ''}).`;
  return new EngineError('query', { en: sentence.en + behind, nb: sentence.nb + behind });
}

/** Memory ran out: the engine lives, the statement did nothing. */
export const outOfMemory = () =>
  new EngineError('out-of-memory', {
    en: 'This needs more memory than the engine may use. Load fewer or smaller files, close other tabs, or use the command line, which takes files of any size.',
    nb: 'Dette krever mer minne enn regnemotoren får bruke. Last inn færre eller mindre filer, lukk andre faner, eller bruk kommandolinjen, som tar filer av alle størrelser.',
  });

/** Whether the lock of the configuration said no, not a mistake or a missing file. */
export const refusedByLock = (thrown: unknown): boolean =>
  thrown instanceof EngineError &&
  (thrown.message === LOCKED_SETTINGS.en || thrown.message.startsWith(LOCKED_FILES.en));

/** A trap of the wasm: nothing of this engine can be used again. */
export const trapped = () =>
  new EngineError('dead', {
    en: 'The calculation engine stopped and has to be started again; the files must then be imported again.',
    nb: 'Regnemotoren stanset og må startes på nytt; filene må da lastes inn på nytt.',
  });
