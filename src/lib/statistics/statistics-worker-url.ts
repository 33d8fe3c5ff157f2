import url from './statistics-worker?worker&url';

/**
 * Address of the statistics worker's script, one file that imports nothing, to be fetched before the
 * page closes its own network. In development it does import and cannot run from a blob.
 */
export const statisticsWorkerUrl: string = url;
