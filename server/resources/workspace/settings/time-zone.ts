/** Time zones by their IANA names. */
import { parameterInvalid } from '../../../http/errors.ts'

/** Names that the runtime takes besides, such as `+01:00`, are none. */
const NAME = /^[A-Za-z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+){0,2}$/

/**
 * In the spelling of the list. The runtime also knows zones by older or newer names that are not on its list; these
 * are stored as given.
 * @param field the property that names it
 * @throws 400 parameter_invalid
 */
export function readTimeZone(field: string, given: string): string {
  const name = given.trim()
  const known = resolve(name)
  if (known === undefined || !NAME.test(name))
    throw parameterInvalid(`${field} must be an IANA time zone, such as Europe/Dublin`, field)
  return known.toLowerCase() === name.toLowerCase() ? known : name
}

function resolve(name: string): string | undefined {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone
  } catch {
    return undefined
  }
}
