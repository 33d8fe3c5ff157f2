import type { RiskColumns } from './risk-table';

/** One step of a Kaplan–Meier curve, at a time with at least one event. */
export interface CurveStep {
  readonly time: number;
  readonly n_risk: number;
  readonly n_event: number;
  /** 0–1, just after the events. */
  readonly surv: number;
  /** log(−log) limits; null where the curve is 0 or 1. */
  readonly lower: number | null;
  readonly upper: number | null;
}

/**
 * Product-limit steps by columns, with limits on the log(−log) scale, `z` the critical value. Limits
 * are worked out where they are read, because most steps of a long curve are read nowhere.
 * Sources: Kaplan & Meier (1958); Greenwood (1926); Kalbfleisch & Prentice (1980) section 1.3.
 */
export class SurvivalCurve {
  /** Steps: one a time with an event. */
  readonly length: number;
  readonly time: Float64Array;
  readonly n_risk: Float64Array;
  readonly n_event: Float64Array;
  readonly surv: Float64Array;
  readonly #greenwood: Float64Array;
  readonly #spread: Float64Array;
  readonly #lower: Float64Array;
  readonly #z: number;

  constructor({ t, nRisk, d }: Pick<RiskColumns, 't' | 'nRisk' | 'd'>, z: number) {
    let length = 0;
    for (let row = 0; row < d.length; row++) if (d[row]! > 0) length++;
    const column = () => new Float64Array(length);
    this.length = length;
    this.time = column();
    this.n_risk = column();
    this.n_event = column();
    this.surv = column();
    this.#greenwood = column();
    this.#spread = column();
    this.#lower = column().fill(-1);
    this.#z = z;
    let step = 0;
    let surv = 1;
    let greenwood = 0;
    for (let row = 0; row < d.length; row++) {
      const [n, events] = [nRisk[row]!, d[row]!];
      if (!(events > 0)) continue;
      surv *= (n - events) / n;
      if (n > events) greenwood += events / (n * (n - events));
      this.time[step] = t[row]!;
      this.n_risk[step] = n;
      this.n_event[step] = events;
      this.surv[step] = surv;
      this.#greenwood[step++] = greenwood;
    }
  }

  /** Null where the curve is 0. */
  lower(step: number): number | null {
    const surv = this.surv[step]!;
    if (surv === 0) return null;
    if (this.#lower[step] === -1) this.#lower[step] = surv ** this.#spreadAt(step);
    return this.#lower[step]!;
  }

  /** Null where the curve is 0. */
  upper(step: number): number | null {
    const surv = this.surv[step]!;
    return surv === 0 ? null : surv ** (1 / this.#spreadAt(step));
  }

  /** All steps, one after the other. */
  steps(): CurveStep[] {
    return Array.from(this.time, (time, step) => ({
      time,
      n_risk: this.n_risk[step]!,
      n_event: this.n_event[step]!,
      surv: this.surv[step]!,
      lower: this.lower(step),
      upper: this.upper(step),
    }));
  }

  #spreadAt(step: number): number {
    this.#spread[step] ||= Math.exp(
      (this.#z * Math.sqrt(this.#greenwood[step]!)) / -Math.log(this.surv[step]!),
    );
    return this.#spread[step]!;
  }
}
