/** PostgreSQL's text search configuration of a language; `simple` where it has none. */
const CONFIGURATIONS: Record<string, string> = {
  ar: 'arabic',
  ca: 'catalan',
  da: 'danish',
  de: 'german',
  el: 'greek',
  en: 'english',
  es: 'spanish',
  fi: 'finnish',
  fr: 'french',
  hu: 'hungarian',
  id: 'indonesian',
  it: 'italian',
  lt: 'lithuanian',
  nb: 'norwegian',
  nl: 'dutch',
  pt: 'portuguese',
  ro: 'romanian',
  ru: 'russian',
  sr: 'serbian',
  sv: 'swedish',
  tr: 'turkish',
}

/** `pt` of `pt-BR` or `pt_BR`. */
export const languageOf = (locale: string): string => locale.toLowerCase().split(/[-_]/)[0]!

export const configurationOf = (locale: string): string => CONFIGURATIONS[locale.split('-')[0]!] ?? 'simple'
