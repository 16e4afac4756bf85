import { fromUnix } from '../../clock.ts'
import { parameterInvalid } from '../../http/errors.ts'

/** Unix seconds, within the years that the database's times have. @throws 400 parameter_invalid */
export function readTimestamp(name: string, text: string | undefined): Date | undefined {
  if (text === undefined) return undefined
  const seconds = /^-?\d{1,12}$/.test(text) ? Number(text) : NaN
  if (!(seconds >= -30_610_224_000 && seconds <= 253_402_300_799))
    throw parameterInvalid(`${name} must be a Unix timestamp (integer)`)
  return fromUnix(seconds)
}
