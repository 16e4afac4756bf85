/** The site's own words, in the languages that have a file here; English in all others. */
import { arabic } from './ar.ts'
import { german } from './de.ts'
import { english } from './en.ts'
import { spanish } from './es.ts'
import { french } from './fr.ts'
import { hebrew } from './he.ts'
import { italian } from './it.ts'
import { japanese } from './ja.ts'
import { dutch } from './nl.ts'
import { portuguese } from './pt.ts'

export interface Words {
  /** The language that they are in. */
  locale: string
  skip: string
  /** Over the search on the home page. */
  greeting: string
  search: string
  searchLabel: string
  collections: string
  articles(count: number): string
  found(count: number, question: string): string
  foundNothing(question: string): string
  foundNothingHint: string
  earlier: string
  later: string
  language: string
  writtenBy(author: string): string
  updated(date: string): string
  onThisPage: string
  related: string
  /** Over an article that the wanted language does not have. */
  onlyIn(language: string): string
  emptyCollection: string
  missing: string
  missingHint: string
  perhaps: string
  did: string
  yes: string
  no: string
  thanks: string
  missed: string
  message: string
  email: string
  emailHint: string
  send: string
  sent: string
  messageEmpty: string
  messageLong: string
  emailWrong: string
  /** Before `contact`, at the end of a page. */
  moreHelp: string
  contact: string
  tooMany: string
  tooManySearches: string
  unavailable: string
  foreignForm: string
  tooLong: string
  wrongForm: string
  /** After a form that was refused: browsers keep the text of its fields. */
  goBack: string
  sendFromPage: string
  table: string
  code: string
  video: string
}

const ALL: Record<string, Words> = {
  ar: arabic,
  de: german,
  en: english,
  es: spanish,
  fr: french,
  he: hebrew,
  it: italian,
  ja: japanese,
  nl: dutch,
  pt: portuguese,
}

export const wordsOf = (locale: string): Words => ALL[locale.split('-')[0]!] ?? english
