/** Where each record stands in the file: kept as the few places at which line minus ordinal changes. */
export class LineIndex {
  private readonly ordinals: number[] = [];
  private readonly shifts: number[] = [];
  private last = Number.NaN;

  /** Record `ordinal` (from 0, in rising order) starts on physical line `line`. */
  add(ordinal: number, line: number): void {
    const shift = line - ordinal;
    if (shift === this.last) return;
    this.last = shift;
    this.ordinals.push(ordinal);
    this.shifts.push(shift);
  }

  /** Physical line (from 1) of the record with this ordinal. */
  lineOf(ordinal: number): number {
    let low = 0;
    let high = this.ordinals.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.ordinals[middle] ?? 0) <= ordinal) low = middle;
      else high = middle - 1;
    }
    return ordinal + (this.shifts[low] ?? 1);
  }
}
