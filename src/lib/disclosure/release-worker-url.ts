import url from './release-worker?worker&url';

/**
 * Address of the gate's worker script, one file that imports nothing, to be fetched before the page
 * closes its own network. In development it does import and cannot run from a blob.
 */
export const releaseWorkerUrl: string = url;
