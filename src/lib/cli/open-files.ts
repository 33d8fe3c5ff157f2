import { openAsBlob } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Refused } from './exit';

/** A file on disk, read lazily. */
export interface OpenFile {
  readonly name: string;
  readonly path: string;
  readonly blob: Blob;
}

const tabular = /\.(xlsx|xml|csv|tsv|txt)(\.gz)?$/i;

/** Opens files, and every CSV, TSV or XLSX of a folder. Missing ones and empty folders are refused. */
export async function openFiles(places: readonly string[]): Promise<OpenFile[]> {
  const paths: string[] = [];
  for (const place of places) {
    const found = await stat(place).catch(() => null);
    if (!found) throw new Refused(`${place} does not exist.`);
    if (!found.isDirectory()) paths.push(place);
    else {
      const inside = (await readdir(place)).filter((name) => tabular.test(name)).sort();
      if (!inside.length) throw new Refused(`${place} holds no CSV, TSV or XLSX file.`);
      paths.push(...inside.map((name) => join(place, name)));
    }
  }
  return Promise.all(
    paths.map(async (path) => ({ name: basename(path), path, blob: await openAsBlob(path) })),
  );
}
