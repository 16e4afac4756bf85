/** An index was folded while it was read: what was found is of no edition, and is to be found again. */
export class IndexMoved extends Error {}
