/** Walks a paged list as its own answers say, whatever way of paging it has. */
import type { Reply } from '../app.ts'
import type { Request } from '../requests/request.ts'

export interface Page {
  rows: any[]
  reply: Reply
}

/** @param perPage undefined where no size can be asked */
export async function walkPages(
  first: Request,
  perPage: number | undefined,
  ask: (request: Request) => Promise<Reply>,
): Promise<Page[]> {
  const inBody = first.body && !('per_page' in first.operation.query.properties)
  let request: Request = { ...first, query: { ...first.query } }
  if (perPage !== undefined)
    if (inBody) request.body = { ...first.body, pagination: { per_page: perPage } }
    else request.query['per_page'] = String(perPage)
  const pages: Page[] = []
  for (;;) {
    const reply = await ask(request)
    if (reply.status !== 200) throw new Error(`page ${pages.length + 1}: ${reply.status} ${reply.text}`)
    const rows: any[] =
      reply.body.data?.articles ??
      reply.body.data ??
      reply.body.events ??
      reply.body.conversations ??
      reply.body.side_conversations ??
      reply.body.tickets ??
      reply.body.notes ??
      reply.body.company_ids ??
      reply.body.activity_logs ??
      reply.body.internal_articles ??
      []
    pages.push({ rows, reply })
    const next = nextOf(request, reply.body, rows)
    if (!next) return pages
    if (pages.length > 50) throw new Error('the list does not end')
    request = next
  }
}

function nextOf(request: Request, body: any, rows: any[]): Request | undefined {
  const also = (query: Record<string, string>): Request => ({ ...request, query: { ...request.query, ...query } })
  if (body.scroll_param) return rows.length > 0 ? also({ scroll_param: body.scroll_param }) : undefined
  if (body.next_cursor !== undefined) return also({ cursor: body.next_cursor })
  const { next, page, total_pages: last } = body.pages ?? {}
  // Pages that name no next one are asked for by their number.
  if (body.side_conversations) return page < last ? also({ page: String(page + 1) }) : undefined
  if (body.page < body.total_pages) return also({ page: String(body.page + 1) })
  if (!next) return undefined
  if (typeof next === 'string') return also(Object.fromEntries(new URL(next).searchParams))
  if (!request.body?.['pagination']) return also({ starting_after: next.starting_after })
  const { per_page } = request.body['pagination']
  return { ...request, body: { ...request.body, pagination: { per_page, starting_after: next.starting_after } } }
}
