/** The language of the help center that a code in an address means: `en-us`, `EN` and `en` are `en`. */
export function languageIn(locales: readonly string[], code: string): string | undefined {
  const wanted = code.toLowerCase()
  const [primary] = wanted.split('-', 1)
  return (
    locales.find((locale) => locale.toLowerCase() === wanted) ??
    locales.find((locale) => locale.toLowerCase() === primary) ??
    locales.find((locale) => locale.toLowerCase().split('-', 1)[0] === primary)
  )
}
