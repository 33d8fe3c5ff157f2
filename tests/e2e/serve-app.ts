import { join } from 'node:path';
import { root } from '../../bin/ready.js';
import { serve } from '../../bin/serve.js';

/** The built app on a server. `asked` lists the method and path of every request so far. */
export async function serveApp() {
  const asked: string[] = [];
  const { url, close } = await serve(join(root, 'build'), {
    onRequest: ({ method, url }) => asked.push(`${method} ${url}`),
  });
  return { url, asked, close };
}
