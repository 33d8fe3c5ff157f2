import type { TestProject } from 'vitest/node';
import { buildApp } from '../../bin/ready.js';
import { serveApp } from './serve-app';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the built app is served, as a plain static host would serve it; no slash at the end. */
    url: string;
  }
}

/** Builds the app if it has changed and serves it for all browser tests. */
export default async function serveBuild(project: TestProject): Promise<() => Promise<void>> {
  if (!buildApp()) throw new Error('The app could not be built.');
  const app = await serveApp();
  project.provide('url', app.url);
  return app.close;
}
