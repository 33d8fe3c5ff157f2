// Charts and tables say a period in the same words.
export { periodWords } from '$lib/schema/period-words';
