/** Puts a value at a place of a request. */
import type { Request } from '../requests/request.ts'
import { placeOf, type Limit } from './limits-of.ts'

/**
 * Where the request has one thing and the place is in a list of them, it becomes a list, and the other way round.
 * @param value undefined takes the field away
 * @throws where the valid request lacks what the place is in
 */
export function setAt(request: Request, { part, path }: Pick<Limit, 'part' | 'path'>, value: unknown): void {
  if (part !== 'body') {
    if (value === undefined) delete request[part][path[0]!]
    else request[part][path[0]!] = String(value)
    return
  }
  request.body = put(request.body, path)

  function put(at: any, [key, ...rest]: string[]): any {
    if (key === undefined) return value
    if (at === undefined || at === null)
      throw new Error(`the valid request of ${request.operation.key} lacks what ${placeOf({ part, path })} is in`)
    if (key === '0') return [put(Array.isArray(at) ? at[0] : at, rest), ...(Array.isArray(at) ? at.slice(1) : [])]
    const one = Array.isArray(at) ? at[0] : at
    const owner = typeof one === 'object' ? { ...one } : {}
    const inner = rest.length > 0 ? put(owner[key], rest) : value
    if (inner === undefined) delete owner[key]
    else owner[key] = inner
    return owner
  }
}
