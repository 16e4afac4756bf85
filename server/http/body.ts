/**
 * Reads a JSON body defensively: its nesting is bounded before it is parsed, and text that
 * PostgreSQL cannot keep (NUL) is refused or mended (a lone surrogate) before anything sees it.
 */
import { isUtf8 } from 'node:buffer'
import { apiError } from './errors.ts'

const MAX_NESTING = 64

/** @throws 400 bad_request */
export function parseBody(bytes: Buffer): unknown {
  // Decoding would put U+FFFD in the place of each wrong byte, and store that.
  if (!isUtf8(bytes)) throw apiError(400, 'bad_request', 'The request body must be encoded in UTF-8')
  const text = bytes.toString()
  if (text.trim() === '') return undefined
  if (nestingOf(text) > MAX_NESTING)
    throw apiError(400, 'bad_request', `The JSON is nested deeper than ${MAX_NESTING} levels`)
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw apiError(400, 'bad_request', 'There was a problem in the JSON you submitted')
  }
  return SUSPECT.test(text) ? mend(value) : value
}

/**
 * The name that no value can have: an object that is filled by names would get another prototype, and lose the value.
 * Anything that becomes a key of bodies must not be named so.
 */
export const UNUSABLE_NAME = '__proto__'

/** An escape that may stand for NUL or half a surrogate pair, or a name that means more to JavaScript. */
const SUSPECT = /\\u(0000|d[89a-f])|__proto__|\\u00/i

function mend(value: unknown): unknown {
  if (typeof value === 'string') {
    if (value.includes('\0')) throw apiError(400, 'parameter_invalid', 'Text must not contain NUL characters')
    return value.toWellFormed()
  }
  if (Array.isArray(value)) return value.map(mend)
  if (value === null || typeof value !== 'object') return value
  if (Object.hasOwn(value, UNUSABLE_NAME))
    throw apiError(400, 'parameter_invalid', `Nothing in the JSON can be named ${UNUSABLE_NAME}`)
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [mend(key) as string, mend(child)]))
}

/** Depth of nested brackets outside of strings. */
function nestingOf(text: string): number {
  let depth = 0
  let deepest = 0
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i)
    if (c === 0x22) i = endOfString(text, i)
    else if (c === 0x7b || c === 0x5b) deepest = Math.max(deepest, ++depth)
    else if (c === 0x7d || c === 0x5d) depth--
  }
  return deepest
}

function endOfString(text: string, start: number): number {
  for (let i = start + 1; i < text.length; i++) {
    const c = text.charCodeAt(i)
    if (c === 0x5c) i++
    else if (c === 0x22) return i
  }
  return text.length
}
