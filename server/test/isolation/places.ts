/** Where two requests to one operation differ, and how one is given what the other has there. */
import type { Request } from '../requests/request.ts'

/** `params`, `query` or `body`, and the names inwards. */
export type Place = (string | number)[]

type Parts = Pick<Request, 'params' | 'query' | 'body'>

/** Prepared by two scenes in step, the requests have the same names, emails and external ids; only ids differ. */
export function placesThatDiffer(mine: Parts, theirs: Parts): Place[] {
  return (['params', 'query', 'body'] as const).flatMap((part) => differing(mine[part], theirs[part], [part]))
}

function differing(mine: unknown, theirs: unknown, at: Place): Place[] {
  if (mine === theirs) return []
  if (typeof mine !== 'object' || typeof theirs !== 'object' || mine === null || theirs === null) return [at]
  return Object.entries(theirs).flatMap(([name, value]) =>
    differing((mine as Record<string, unknown>)[name], value, [...at, name]),
  )
}

/** My request with their value in one place. */
export function withTheirs(mine: Request, theirs: Parts, place: Place): Request {
  const copy = structuredClone({ params: mine.params, query: mine.query, body: mine.body }) as any
  let [to, from]: any[] = [copy, theirs]
  for (const name of place.slice(0, -1)) [to, from] = [to[name], from[name]]
  to[place.at(-1)!] = from[place.at(-1)!]
  return { ...mine, ...copy }
}
