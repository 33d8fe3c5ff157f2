/** Where a site can leave something in a browser. */
const places = ['local', 'session', 'cookies', 'caches', 'databases', 'files', 'workers'] as const;
type Place = (typeof places)[number];

/** How many things lie in a place; null where this browser does not let the page look. */
export interface Stored {
  readonly place: Place;
  readonly count: number | null;
}

/** Names of what lies in a place, and how to remove one. */
interface Store {
  names(): Promise<readonly string[]>;
  remove(name: string): unknown;
}

const keysOf = (storage: Storage): Store => ({
  names: async () => Object.keys(storage),
  remove: (name) => storage.removeItem(name),
});

/** Asked for only when looked into: a browser may refuse by throwing. */
const stores: Record<Place, () => Store> = {
  local: () => keysOf(localStorage),
  session: () => keysOf(sessionStorage),
  cookies: () => ({
    names: async () =>
      document.cookie
        .split(';')
        .map((one) => one.split('=')[0]?.trim() ?? '')
        .filter(Boolean),
    remove: (name) => (document.cookie = `${name}=; max-age=0; path=/`),
  }),
  caches: () => ({ names: () => caches.keys(), remove: (name) => caches.delete(name) }),
  databases: () => ({
    names: async () => (await indexedDB.databases()).flatMap(({ name }) => name ?? []),
    remove: (name) =>
      new Promise((done) => {
        const request = indexedDB.deleteDatabase(name);
        request.onsuccess = request.onerror = request.onblocked = done;
      }),
  }),
  files: () => ({
    names: async () => {
      const names: string[] = [];
      for await (const name of (await navigator.storage.getDirectory()).keys()) names.push(name);
      return names;
    },
    remove: async (name) =>
      (await navigator.storage.getDirectory()).removeEntry(name, { recursive: true }),
  }),
  workers: () => ({
    names: async () => (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope),
    remove: async (scope) => (await navigator.serviceWorker.getRegistration(scope))?.unregister(),
  }),
};

/** What this site has in the browser now, place by place. */
export const lookIntoStorage = (): Promise<Stored[]> =>
  Promise.all(
    places.map(async (place) => {
      try {
        return { place, count: (await stores[place]().names()).length };
      } catch {
        return { place, count: null };
      }
    }),
  );

/** Removes everything that this site has in the browser. */
export async function emptyStorage(): Promise<void> {
  for (const place of places)
    try {
      const store = stores[place]();
      for (const name of await store.names()) await store.remove(name);
    } catch {
      // What cannot be emptied is counted, or told as not looked into, afterwards.
    }
}
