import { dateText, monthText } from './calendar';
import type { Story } from './story';

/** What the told lives add up to; the tables of totals are written from it. */
export class Tally {
  readonly #files = new Map<string, number>();
  readonly #children = new Map<string, number>();
  /** Adds one life. */
  see({ child, files, registered }: Story): void {
    for (const file of files) add(this.#files, `${file.body.key} ${monthText(file.detected)}`);
    if (!registered) return;
    const year = dateText(child.detected).slice(0, 4);
    add(this.#children, child.age > 17 ? `${year} grown` : `${year} ${child.gender}`);
  }
  /** Files that a body opened in a month `2024-03`. */
  files(body: string, month: string): number {
    return this.#files.get(`${body} ${month}`) ?? 0;
  }
  /** Registered children of a gender first detected in a year; those of 18 or over are `grown`. */
  registered(year: number, gender: string): number {
    return this.#children.get(`${year} ${gender}`) ?? 0;
  }
}

const add = (counts: Map<string, number>, key: string) =>
  counts.set(key, (counts.get(key) ?? 0) + 1);
