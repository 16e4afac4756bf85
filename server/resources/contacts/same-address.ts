/** True for two spellings of one e-mail address: mail servers do not tell capitals apart. */
export const isSameAddress = (one: string | null, other: string | null): boolean =>
  one !== null && one.toLowerCase() === other?.toLowerCase()
