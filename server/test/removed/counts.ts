/**
 * One rule for every count: it equals the items that are found by walking. `total_count` of each list
 * over all of its pages, `user_count` of each company, `count` of each segment, and the totals of the
 * short lists inside of other things.
 */
import type { Client, TestApp, TestWorkspace } from '../app.ts'
import type { Operation } from '../../http/operation.ts'
import { operations } from '../../operations.ts'
import { history } from '../../versions/index.ts'

const anything = { query: { field: 'created_at', operator: '>', value: 1 } }

/** Operations whose reply has a list and the total of it. */
export const countedLists: Operation[] = operations.filter(
  ({ key, reply }) =>
    history.newest.serves(key) &&
    ((reply as { anyOf?: unknown[] }).anyOf ?? [reply]).some((form) => {
      const { properties } = form as { properties?: Record<string, { type?: string }> }
      return properties?.['data']?.type === 'array' && properties['total_count']?.type === 'integer'
    }),
)

interface Walked {
  total: number
  items: any[]
}

/** All pages of a list, undefined where there is none. */
export async function walk(
  client: Client,
  { method }: Operation,
  path: string,
  { query = anything, filter = '' }: { query?: object; filter?: string } = {},
): Promise<Walked | undefined> {
  const items: any[] = []
  let pages = 0
  let body: Record<string, unknown> = { ...query, pagination: { per_page: 60 } }
  let address = `${path}?per_page=60${filter}`
  for (;;) {
    const isSearch = path.endsWith('/search')
    const reply = await (method === 'GET'
      ? client.get(address)
      : client.post(isSearch ? path : address, isSearch ? body : {}))
    if (reply.status === 404) return undefined
    if (reply.status !== 200) throw new Error(`${method} ${address} → ${reply.status} ${reply.text}`)
    items.push(...reply.body.data)
    if (items.length > 10_000 || ++pages > 100) throw new Error(`${method} ${path} does not end`)
    const next = reply.body.pages ? reply.body.pages.next : nextNumber(reply.body)
    if (!next) return { total: reply.body.total_count, items }
    if (typeof next === 'number') address = `${path}?per_page=60${filter}&page=${next}`
    else if (typeof next === 'string') address = new URL(next).pathname + new URL(next).search
    else if (isSearch) body = { ...body, pagination: next }
    else address = `${path}?per_page=60${filter}&starting_after=${encodeURIComponent(next.starting_after)}`
  }
}

/** The page after this one, of a list whose numbers stand beside its items. */
const nextNumber = ({ page, total_pages }: { page: number; total_pages: number }) =>
  page < total_pages ? page + 1 : undefined

/** @returns each count that is not what is found, in words */
export async function wrongCounts(app: TestApp, workspace: TestWorkspace): Promise<string[]> {
  const client = app.client({ token: workspace.token, version: history.newest.name, observed: false })
  const wrong: string[] = []
  const expect = (what: string, told: number, found: number) => {
    if (told !== found) wrong.push(`${what} tells ${told}, and ${found} are found`)
  }
  const known: Record<string, any[]> = {}
  for (const operation of countedLists.filter(({ path }) => !path.includes('{'))) {
    const found = await walk(client, operation, operation.path)
    expect(operation.key, found!.total, found!.items.length)
    known[operation.path] = found!.items
  }
  const types = (await client.get('/parley/custom_object_types')).body.data
  const owners: Record<string, any[]> = {
    custom_object_type_identifier: types.map(({ identifier, name }: any) => ({ id: identifier, name })),
    company_id: known['/companies']!,
    contact_id: known['/contacts']!,
    newsfeed_id: known['/news/newsfeeds']!,
    article_id: known['/articles']!,
    help_center_id: (await client.get('/help_center/help_centers')).body.data,
  }
  for (const operation of countedLists.filter(({ path }) => path.includes('{'))) {
    const param = /\{(\w+)\}/.exec(operation.path)![1]!
    if (!owners[param]) throw new Error(`tell wrongCounts whose lists ${operation.key} shows`)
    for (const owner of owners[param]) {
      const found = await walk(client, operation, operation.path.replace(`{${param}}`, owner.id))
      if (!found) continue
      expect(`${operation.key} of ${owner.name}`, found.total, found.items.length)
      if (operation.key === 'GET /companies/{}/contacts')
        expect(`user_count of ${owner.name}`, owner.user_count, found.total)
    }
  }
  for (const [path, items] of Object.entries(known)) for (const item of items) shortLists(`${path} ${item.id}`, item)
  await segments()
  return wrong

  /** A nested list without further pages has a `total_count` equal to its items. */
  function shortLists(where: string, value: any): void {
    if (typeof value !== 'object' || value === null) return
    if (Array.isArray(value.data) && typeof value.total_count === 'number' && value.has_more === false)
      expect(where, value.total_count, value.data.length)
    for (const [key, inner] of Object.entries(value)) shortLists(`${where} ${key}`, inner)
  }

  async function segments(): Promise<void> {
    const told = (await client.get('/parley/segments?include_count=true')).body.data
    const shownToAll = (await client.get('/segments?include_count=true')).body.segments
    for (const segment of told) {
      const { id, name, count } = segment
      const { length } = await membersOf(client, segment)
      expect(`the count of ${name}`, count, length)
      const shown = shownToAll.find((one: any) => one.id === id)
      if (shown) expect(`the count of ${name} in GET /segments`, shown.count, length)
    }
  }
}

/** Contacts or companies that lists and searches find in a segment. */
export async function membersOf(client: Client, { id, person_type }: any): Promise<any[]> {
  const found =
    person_type === 'company'
      ? await walk(client, operationOf('GET /companies'), '/companies', { filter: `&segment_id=${id}` })
      : await walk(client, operationOf('POST /contacts/search'), '/contacts/search', {
          query: { query: { field: 'segment_id', operator: '=', value: id } },
        })
  return found!.items
}

export const operationOf = (key: string) => operations.find((operation) => operation.key === key)!
