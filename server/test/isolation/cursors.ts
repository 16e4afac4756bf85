/** Lists that go on by a cursor, found in the operations' schemas. */
import type { Operation } from '../../http/operation.ts'
import type { Reply } from '../app.ts'
import type { Scene } from '../fixtures/scene.ts'
import { sampleOf } from '../requests/index.ts'
import { give, prepare, send, type Request } from '../requests/request.ts'

const IN_QUERY = ['starting_after', 'cursor', 'scroll_param', 'before', 'since'] as const

/** The way in which a list takes the cursor of its next page; undefined if it has none. */
export function cursorPlaceOf({ query, body }: Operation): string | undefined {
  const named = IN_QUERY.find((name) => Object.hasOwn(query.properties, name))
  const properties = (body as { properties?: object } | undefined)?.properties ?? {}
  return named ?? (Object.hasOwn(properties, 'pagination') ? 'pagination' : undefined)
}

/** Asks for one thing a page, and for the page after a cursor. */
export async function askPage(scene: Scene, operation: Operation, cursor?: Record<string, string>): Promise<Reply> {
  const sample = sampleOf(operation.key)
  const request = await prepare(scene, operation, sample, await give(scene, operation, sample))
  return send(scene, paged(request, operation, cursor))
}

function paged(request: Request, operation: Operation, cursor: Record<string, string> = {}): Request {
  if (cursorPlaceOf(operation) === 'pagination')
    return { ...request, body: { ...request.body, pagination: { per_page: 1, ...cursor } } }
  const size = Object.hasOwn(operation.query.properties, 'per_page') ? { per_page: '1' } : {}
  return { ...request, query: { ...request.query, ...size, ...cursor } }
}

/** The parameters of an answer's next page. */
export function cursorIn({ body }: Reply): Record<string, string> | undefined {
  if (body.next_cursor) return { cursor: body.next_cursor }
  if (body.scroll_param) return { scroll_param: body.scroll_param }
  const next = body.pages?.next
  if (typeof next === 'object' && next) return { starting_after: next.starting_after }
  if (typeof next !== 'string') return undefined
  return Object.fromEntries([...new URL(next).searchParams].filter(([name]) => IN_QUERY.includes(name as 'cursor')))
}
