import url from 'highs/runtime?url';

/** Address of the solver's wasm, to be fetched before the page closes its own network. */
export const solverWasmUrl: string = url;
