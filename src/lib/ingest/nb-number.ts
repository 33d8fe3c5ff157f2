const format = new Intl.NumberFormat('nb-NO');

/** A whole number as Norwegian writes it. */
export const nbNumber = (count: number): string => format.format(count);
