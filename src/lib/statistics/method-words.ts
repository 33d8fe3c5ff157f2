/** A text in the languages of the project. */
export interface TextOfMethod {
  readonly en: string;
  readonly nb: string;
}

/** What a page of methods says about one method, in plain words. No code of the method itself. */
export interface MethodWords {
  /** Contract name, for example `proportion.wilson`. */
  readonly method: string;
  readonly name: TextOfMethod;
  /** One string where it is signs alone. */
  readonly formula: string | TextOfMethod;
  /** Where the method is from: a citation, as it is in every language. */
  readonly source: string;
  /** When it is used. */
  readonly use: TextOfMethod;
  /** When it gives no number. */
  readonly silent: TextOfMethod;
}
