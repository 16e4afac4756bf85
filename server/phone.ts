/** Phone numbers in E.164: a plus sign, the country, and up to 15 digits in all. */
import { parsePhoneNumberFromString } from 'libphonenumber-js/max'

const E164 = /^\+[1-9]\d{1,14}$/
const SEPARATORS = /[\s().-]/g

/** @returns the number without separators, or undefined if it is not in E.164 */
export function readE164(text: string): string | undefined {
  const number = text.replaceAll(SEPARATORS, '')
  return E164.test(number) ? number : undefined
}

/** @returns the number in E.164, or null where the text does not say its country */
export const formatE164 = (text: string): string | null => parsePhoneNumberFromString(text)?.number ?? null

/** @returns undefined for a number that no country has given out */
export function kindOfNumber(number: string): 'landline' | 'other' | undefined {
  const parsed = parsePhoneNumberFromString(number)
  if (!parsed?.isValid()) return undefined
  return parsed.getType() === 'FIXED_LINE' ? 'landline' : 'other'
}
