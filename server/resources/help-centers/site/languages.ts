/** Names, direction and dates of the languages that pages are in. */

const RIGHT_TO_LEFT = /^(ar|dv|fa|he|ku|ps|sd|ug|ur|yi)(-|$)/

export const directionOf = (locale: string): 'rtl' | 'ltr' => (RIGHT_TO_LEFT.test(locale) ? 'rtl' : 'ltr')

/** The name of a language as the readers of another one, or its own, write it. */
export function languageName(locale: string, readers: string): string {
  const name = new Intl.DisplayNames([readers], { type: 'language' }).of(locale) ?? locale
  return locale === readers ? name.charAt(0).toLocaleUpperCase(locale) + name.slice(1) : name
}

export const dayOf = (date: Date, locale: string, timeZone: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone }).format(date)
