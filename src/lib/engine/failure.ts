import { EngineError } from './engine';

const LOCKED_FILES = 'The engine is locked and may read only the files it was given';
const LOCKED_SETTINGS = 'The settings of the engine are locked.';

/** DuckDB's messages quote cells, so only the class of the error survives, with a sentence of ours. */
const sentences: Record<string, string> = {
  'Conversion Error': 'A value could not be converted to the type that the statement asks for',
  'Permission Error': LOCKED_FILES,
  'Catalog Error': 'The statement names something that the engine does not have',
  'Binder Error': 'The statement does not fit the tables it names',
  'Parser Error': 'The statement is not valid SQL',
  'Constraint Error': 'A row breaks a rule of its table',
  'IO Error': 'A file could not be read',
  'Out of Range Error': 'A value is outside the range of its type',
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
    return new EngineError(
      'query',
      'The file has changed or moved since it was chosen. Choose it again.',
    );
  if (message.includes('the configuration has been locked'))
    return new EngineError('query', LOCKED_SETTINGS);
  const kind = classes.exec(message)?.[1] ?? 'Error';
  const named = identifiers.map((pattern) => pattern.exec(message)?.[1]).find(Boolean);
  const sentence = sentences[kind] ?? 'The engine refused the statement';
  return new EngineError('query', `${sentence} (${kind}${named ? `: ${named}` : ''}).`);
}

/** Memory ran out: the engine lives, the statement did nothing. */
export const outOfMemory = () =>
  new EngineError(
    'out-of-memory',
    'This needs more memory than the engine may use. Load fewer or smaller files, close other tabs, or use the command line, which takes files of any size.',
  );

/** Whether the lock of the configuration said no, not a mistake or a missing file. */
export const refusedByLock = (thrown: unknown): boolean =>
  thrown instanceof EngineError &&
  (thrown.message === LOCKED_SETTINGS || thrown.message.startsWith(LOCKED_FILES));

/** A trap of the wasm: nothing of this engine can be used again. */
export const trapped = () =>
  new EngineError(
    'dead',
    'The calculation engine stopped and has to be started again; the files must then be imported again.',
  );
