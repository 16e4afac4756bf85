/**
 * The address of a request. Values stand in its path and its query only, percent-encoded: none can add a step to the
 * path, a parameter to the query, or lead to another host.
 */
import { fill, TemplateError, textOf, type Values } from './placeholders.ts'

/** Fills in a word that no address has, so that the template can be looked at as an address. */
const WORD = 'x0placeholder0x'

/** @returns why it is no template of an address */
export function checkUrlTemplate(template: string): string | undefined {
  const url = URL.parse(fill(template, () => WORD))
  if (!url || !['http:', 'https:'].includes(url.protocol)) return 'Url is not valid'
  if (!/^https?:\/\//i.test(template)) return 'Url is not valid'
  if (url.username || url.password) return 'Url must not hold credentials'
  if (url.host.includes(WORD) || url.hash.includes(WORD))
    return 'Placeholders may stand in the path and the query of the url only'
  return undefined
}

/** @throws TemplateError */
export function renderUrl(template: string, values: Values): URL {
  const fault = checkUrlTemplate(template)
  if (fault !== undefined) throw new TemplateError(fault)
  const filled = fill(template, (name) => encode(name, textOf(values, name)))
  const untouched = fill(template, () => WORD)
  const url = URL.parse(filled)
  // A step such as `..` cannot be encoded: it is taken as a step all the same.
  if (!url || url.host !== new URL(untouched).host || dotSteps(filled) !== dotSteps(untouched))
    throw new TemplateError('A value cannot stand in the path of the url')
  url.hash = ''
  return url
}

/** The number of steps `.` and `..`, which lead to another path: the last one as well, and `..` at the root. */
function dotSteps(address: string): number {
  const path = address.replace(/[?#].*$/s, '')
  return path.split(/[/\\]/).filter((step) => /^(\.|%2e){1,2}$/i.test(step)).length
}

function encode(name: string, value: string): string {
  try {
    return encodeURIComponent(value)
  } catch {
    throw new TemplateError(`The value of ${name} is not text`)
  }
}

/** The address without what may be secret: no query, no credentials, no fragment. */
export const withoutSecrets = (url: URL): string => url.origin + url.pathname
