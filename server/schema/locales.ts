/** Languages that content may be written in, as keys of `translated_content`. */
import type { TProperties, TSchema } from 'typebox'
import Type from 'typebox'
import { described } from './types.ts'

/** The descriptions list most of these; workspaces have had more. */
export const LOCALES =
  'ar bg bs ca cs da de el en es et fi fr he hr hu id it ja ko lt lv mn nb nl pl pt ro ru sk sl sr sv th tr uk vi pt-BR zh-CN zh-TW'.split(
    ' ',
  )

const KNOWN = new Set(LOCALES)
export const isLocale = (locale: string): boolean => KNOWN.has(locale)

/** A property for each language. */
export const inEachLocale = (schema: TSchema, sentence: string): TProperties =>
  Object.fromEntries(
    LOCALES.map((locale) => [locale, described(Type.Optional(schema), `${sentence} in \`${locale}\`.`)]),
  )
