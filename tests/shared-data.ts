import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Real public files beside the project, where they are present; they are never part of it. */
export function sharedData(path: string): string | null {
  const full = fileURLToPath(new URL(`../../shared/data/${path}`, import.meta.url));
  if (existsSync(full)) return full;
  console.warn(`skipped: ../shared/data/${path} is not on this machine`);
  return null;
}
