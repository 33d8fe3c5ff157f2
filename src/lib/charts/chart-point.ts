/** A stop of the keyboard cursor; `y` is null where no number is shown. */
export interface ChartPoint {
  /** Period, horizon or row. */
  readonly x: string;
  readonly y: number | null;
  readonly text: string;
}
