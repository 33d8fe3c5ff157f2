/** What a page of methods says about one method, in plain words. No code of the method itself. */
export interface MethodWords {
  /** Contract name, for example `proportion.wilson`. */
  readonly method: string;
  readonly name: string;
  readonly formula: string;
  /** Where the method is from. */
  readonly source: string;
  /** When it is used. */
  readonly use: string;
  /** When it gives no number. */
  readonly silent: string;
}
