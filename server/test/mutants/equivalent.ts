/** Mutants that no test can notice, because the program does the same with them. */
export interface Equivalent {
  file: string
  /** The line that it begins in, as it stands there but for the space around it. */
  line: string
  original: string
  replacement: string
  reason: string
}

export const equivalents: Equivalent[] = []
