/** Languages in which assistants answer. Source: Intercom's list of the languages of Fin, which leaves others out. */
import { readLocale } from '../../http/given.ts'
import { ApiError } from '../../http/errors.ts'
import { invalid } from './details.ts'

const LANGUAGES = new Set(
  (
    'ar bg bn bs ca cs da de el en es et fa fi fr he hi hr hu id it ja kn ko lt lv mn ms nb nl no pl pt ro ru sl sr sv ' +
    'sw th tr uk ur vi zh'
  ).split(' '),
)

/** @throws 422 validation_error for a language that assistants do not speak */
export function readSupportedLocale(locale: string): string {
  const read = canonical(locale)
  if (read === undefined || !LANGUAGES.has(read.split('-')[0]!))
    throw invalid('The language is not currently supported for Fin')
  return read
}

function canonical(locale: string): string | undefined {
  try {
    return readLocale('locale', locale)
  } catch (error) {
    if (error instanceof ApiError) return undefined
    throw error
  }
}
