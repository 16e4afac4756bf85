/** Reads values of requests. Text from clients is stored trimmed. */
import { fromUnix, unix } from '../clock.ts'
import { parameterInvalid } from './errors.ts'

/** A character that leaves something on a page: no blank, no control, and none that is ignored where it is shown. */
const SEEN = /[^\s\p{Z}\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/u

/** True if a reader sees something of it. */
export const isSeen = (text: string): boolean => SEEN.test(text)

/** @throws 400 parameter_invalid where it says nothing */
export function readText(name: string, text: string): string {
  const trimmed = text.trim()
  if (!isSeen(trimmed)) throw parameterInvalid(`${name} must not be blank`, name)
  return trimmed
}

/** Null where it says nothing. */
export const readOptionalText = (text: string | null): string | null => text?.trim() || null

/** @throws 400 parameter_invalid where it is no address of the web */
export function readUrl(name: string, text: string | null): string | null {
  if (text === null || text.trim() === '') return null
  const url = URL.parse(text.trim())
  if (!url || !['http:', 'https:'].includes(url.protocol)) throw parameterInvalid(`${name} is not a valid URL`, name)
  return url.href
}

/** As languages are written: `en`, `pt-BR`. @throws 400 parameter_invalid */
export function readLocale(name: string, text: string): string {
  try {
    return Intl.getCanonicalLocales(text)[0] ?? refuse()
  } catch {
    return refuse()
  }

  function refuse(): never {
    throw parameterInvalid(`${name} is not a valid locale`, name)
  }
}

/** Clocks of other systems may be ahead of this one by so many milliseconds. */
const CLOCK_SKEW = 60_000

/**
 * The time of something that has happened.
 * @param at whole seconds, as requests tell them
 * @returns now for a time that is ahead by no more than clocks differ, so that later times never come before it
 * @throws 400 parameter_invalid for a time to come
 */
export function readPastTime(name: string, at: Date, now: Date): Date {
  if (at.getTime() > now.getTime() + CLOCK_SKEW) throw parameterInvalid(`${name} must not be in the future`, name)
  return at > now ? fromUnix(unix(now)) : at
}

/** The properties of an object that are not undefined. */
export function given<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as never
}
