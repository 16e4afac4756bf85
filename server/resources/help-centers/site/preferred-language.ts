/** The best of the languages that a help center has, by the `Accept-Language` of a browser. */

/** Longer headers are read up to here. */
const MAX_HEADER = 500

/** @returns the first language of the help center where none is wanted */
export function preferredLanguage(locales: readonly string[], header = ''): string {
  for (const wanted of wantedIn(header)) {
    const found =
      locales.find((locale) => locale.toLowerCase() === wanted) ??
      locales.find((locale) => languageOf(locale) === languageOf(wanted))
    if (found !== undefined) return found
  }
  return locales[0]!
}

/** Languages in small letters, the most wanted first; of equals, the one that stands first. */
const wantedIn = (header: string): string[] =>
  header
    .slice(0, MAX_HEADER)
    .split(',')
    .map((part) => {
      const [language = '', ...more] = part.split(';').map((piece) => piece.trim().toLowerCase())
      const quality = more.find((piece) => piece.startsWith('q='))
      return { language, weight: quality === undefined ? 1 : Number(quality.slice(2)) || 0 }
    })
    .filter(({ language, weight }) => language !== '' && language !== '*' && weight > 0)
    .toSorted((a, b) => b.weight - a.weight)
    .map(({ language }) => language)

const languageOf = (locale: string): string => locale.toLowerCase().split('-')[0]!
