import type { Adapter } from './adapter';

/** Known export shapes, in the order in which they are tried. */
export const adapters: readonly Adapter[] = [];
