/** The provider of calls that people record by hand, or that a script of theirs does. */
export const MANUAL = 'manual'
