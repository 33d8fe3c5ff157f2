import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { buildApp, root } from '../../bin/ready.js';
import { serve } from '../../bin/serve.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the built app is served, as a plain static host would serve it; no slash at the end. */
    url: string;
    /** GET answers the paths that the app's server was asked for, as JSON; DELETE forgets them. */
    requestsUrl: string;
  }
}

/** Builds the app if it has changed, serves it and records every request, for all browser tests. */
export default async function serveBuild(project: TestProject): Promise<() => Promise<void>> {
  if (!buildApp()) throw new Error('The app could not be built.');
  let requests: string[] = [];
  const app = await serve(join(root, 'build'), {
    onRequest: ({ method, url }) => requests.push(`${method} ${url}`),
  });
  const control = createServer((request, response) => {
    if (request.method === 'DELETE') requests = [];
    response.setHeader('content-type', 'application/json').end(JSON.stringify(requests));
  });
  await new Promise<void>((done) => control.listen(0, '127.0.0.1', done));
  project.provide('url', app.url);
  project.provide('requestsUrl', `http://127.0.0.1:${(control.address() as AddressInfo).port}/`);
  return async () => {
    control.closeAllConnections();
    control.close();
    await app.close();
  };
}
