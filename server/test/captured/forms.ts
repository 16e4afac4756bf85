/**
 * Compares two payloads by their forms: the keys and their order, the types, and the forms of times
 * and ids. Values are not compared, but for the codes and messages of errors.
 */

/** Texts whose form clients rely on; any other text is a text. */
const TEXT_FORMS: [name: string, form: RegExp][] = [
  ['a time with milliseconds and an offset', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+00:00$/],
  ['a time with milliseconds in UTC', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/],
  ['a time in UTC', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/],
  ['an id of 24 hex digits', /^[0-9a-f]{24}$/],
  ['a uuid', /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/],
  ['a notification id', /^notif_[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/],
  ['a request id', /^(?=.*[0-9])[0-9a-v]{19}[0g]$/],
  ['a number as text', /^\d+$/],
  ['a path', /^\/[a-z_]+\/.+$/],
]

const formOf = (text: string): string => TEXT_FORMS.find(([, form]) => form.test(text))?.[0] ?? 'a text'

function typeOf(value: unknown): string {
  if (value === null) return 'null'
  if (value === undefined) return 'nothing'
  if (Array.isArray(value)) return 'a list'
  return typeof value === 'number' && !Number.isInteger(value) ? 'a fraction' : typeof value
}

const withoutIds = (text: string) => text.replace(/\b([0-9a-f]{24}|\d+)\b/g, '#')

/** Keys whose values are compared as they are, but for ids and numbers in them. */
const LITERAL = new Set(['type', 'code', 'message', 'topic', 'delivery_status'])

export interface Difference {
  /** The way to the place: `data.item.contact.created_at`, a list's items as `[]`. */
  at: string
  detail: string
}

/** Where ours differs from the captured payload. */
export function compareForms(captured: unknown, ours: unknown, at = ''): Difference[] {
  const [wanted, got] = [typeOf(captured), typeOf(ours)]
  if (wanted !== got) return [{ at, detail: `${got}, captured: ${wanted}` }]
  if (typeof captured === 'string') return compareTexts(captured, ours as string, at)
  if (Array.isArray(captured)) return compareLists(captured, ours as unknown[], at)
  if (captured !== null && typeof captured === 'object') return compareObjects(captured, ours as object, at)
  return []
}

/** Captured headers that ours lack, or say otherwise where their value is no figure of one answer. */
export function compareHeaders(
  captured: Record<string, string>,
  ours: Record<string, string | undefined>,
): Difference[] {
  return Object.entries(captured).flatMap(([name, value]) => {
    const key = name.toLowerCase()
    const [at, got] = [`headers.${key}`, ours[key]]
    if (got === undefined) return [{ at, detail: 'missing' }]
    const fixed = key === 'content-type' || key === 'cache-control'
    return fixed && !got.startsWith(value) ? [{ at, detail: `${got}, captured: ${value}` }] : []
  })
}

function compareTexts(captured: string, ours: string, at: string): Difference[] {
  const key = at.slice(at.lastIndexOf('.') + 1)
  if (LITERAL.has(key) && at !== 'data.item.message')
    return withoutIds(captured) === withoutIds(ours)
      ? []
      : [{ at, detail: `${JSON.stringify(ours)}, captured: ${JSON.stringify(captured)}` }]
  const [wanted, got] = [formOf(captured), formOf(ours)]
  return wanted === 'a text' || wanted === got ? [] : [{ at, detail: `${got}, captured: ${wanted}` }]
}

/** Each captured item against the one of ours in its place, or the last one. */
function compareLists(captured: unknown[], ours: unknown[], at: string): Difference[] {
  if (captured.length > 0 && ours.length === 0) return [{ at, detail: 'empty, captured: not' }]
  const all = captured.flatMap((item, i) => compareForms(item, ours[Math.min(i, ours.length - 1)], `${at}[]`))
  return all.filter(
    (one, i) => all.findIndex(({ at: place, detail }) => place === one.at && detail === one.detail) === i,
  )
}

function compareObjects(captured: object, ours: object, at: string): Difference[] {
  const [wanted, got] = [Object.keys(captured), Object.keys(ours)]
  const place = (key: string) => (at === '' ? key : `${at}.${key}`)
  const both = wanted.filter((key) => got.includes(key))
  return [
    ...wanted.filter((key) => !got.includes(key)).map((key) => ({ at: place(key), detail: 'missing' })),
    ...got.filter((key) => !wanted.includes(key)).map((key) => ({ at: place(key), detail: 'not captured' })),
    ...(both.join() === got.filter((key) => both.includes(key)).join()
      ? []
      : [{ at, detail: `order: ${got.join(', ')}` }]),
    ...both.flatMap((key) => compareForms(captured[key as never], ours[key as never], place(key))),
  ]
}
