import type { Adapter } from './adapter';
import { adapter360giving } from './adapter-360giving';
import { adapterCtdc } from './adapter-ctdc';
import { adapterGbv } from './adapter-gbv';
import { adapterHtcds } from './adapter-htcds';
import { adapterIati } from './adapter-iati';
import { adapterPrimero } from './adapter-primero';
import { adapterPublished } from './adapter-published';
import { adapterSsda903 } from './adapter-ssda903';

/** Known export shapes, in the order in which they are tried. */
export const adapters: readonly Adapter[] = [
  adapterCtdc,
  adapterSsda903,
  adapterHtcds,
  adapterPrimero,
  adapterGbv,
  adapter360giving,
  adapterIati,
  adapterPublished,
];
