const ISO = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?) ?(Z|[+-]\d\d:?\d\d)?)?$/i

/**
 * The one reader of ISO 8601 times in requests: `2023-11-14`, `2023-11-14T22:13:20.5+01:00`,
 * `2023-11-14 22:13`. A time without a zone is UTC.
 *
 * @returns whole unix seconds, undefined for other text and for a day that its month does not have
 */
export function readIsoTime(text: string): number | undefined {
  const ms = readIsoMilliseconds(text)
  return ms === undefined ? undefined : Math.floor(ms / 1000)
}

/** The same in unix milliseconds. */
export function readIsoMilliseconds(text: string): number | undefined {
  const [, day, time = '00:00', zone = 'Z'] = ISO.exec(text) ?? []
  if (day === undefined || !isDay(day)) return undefined
  const offset = zone.length === 5 ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone.toUpperCase()
  const ms = Date.parse(`${day}T${time}${offset}`)
  return Number.isNaN(ms) ? undefined : ms
}

/** The platform reads February 30 as March 2. */
function isDay(day: string): boolean {
  const midnight = Date.parse(`${day}T00:00Z`)
  return !Number.isNaN(midnight) && new Date(midnight).toISOString().startsWith(day)
}
