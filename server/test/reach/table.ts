/** Asks every route as every caller, and writes down who is let in and who is refused how. */
import type { FastifyInstance } from 'fastify'
import { anotherAddress } from '../addresses.ts'
import { operationKey } from '../../http/operation.ts'
import { history } from '../../versions/index.ts'
import { fillPath } from '../world.ts'
import type { Caller } from './callers.ts'
import { OPEN, type Found } from './open.ts'
import type { Route } from './routes.ts'

export interface Row extends Route {
  /** By the caller's name. */
  answers: Record<string, string>
}

const templateOf = (url: string) => url.replaceAll(/:(\w+)/g, '{$1}')

function addressOf({ url }: Route, found: Found): string {
  const open = OPEN[url]
  return open ? open.at(found)[0]! : fillPath(templateOf(url), found.world.ids)
}

/** The newest version that has it: no refusal is to come from there. */
function versionOf({ method, url }: Route): string {
  const key = operationKey(method === 'HEAD' ? 'GET' : method, templateOf(url))
  return history.versions.findLast((version) => version.serves(key))!.name
}

async function ask(app: FastifyInstance, route: Route, address: string, caller: Caller): Promise<string> {
  const { method, url } = route
  const reply = await app.inject({
    method: method as 'GET',
    url: address,
    remoteAddress: anotherAddress(),
    headers: {
      'intercom-version': versionOf(route),
      ...(caller.authorization && { authorization: caller.authorization }),
    },
    ...(!['GET', 'HEAD'].includes(method) && { payload: {} }),
  })
  const { statusCode: status, payload } = reply
  if (status >= 500) throw new Error(`${method} ${address}: ${status} ${payload}`)
  if (status === 401 || status === 403) return String(status)
  // With an id in its path, a route shows what the id is of; without one, what is the caller's own.
  if (caller.foreign && !OPEN[url] && url.includes(':')) return status < 400 ? 'reached' : String(status)
  return 'in'
}

export async function tableOf(app: FastifyInstance, routes: Route[], callers: Caller[], found: Found): Promise<Row[]> {
  const rows = routes.map((route) => ({ ...route, answers: {} as Record<string, string> }))
  for (const invited of [false, true])
    for (const row of rows)
      for (const caller of callers.filter((one) => (one.invited ?? false) === invited))
        row.answers[caller.name] = await ask(app, row, addressOf(row, found), caller)
  return rows
}

/** Rows that no table may have, whatever was kept. */
export function complaintsOf(rows: Row[]): string[] {
  const uninvited = ['none', 'wrong', 'revoked', 'removed admin', 'made for a removed admin']
  const complaints = rows.flatMap(({ method, url, answers }) => {
    if (OPEN[url])
      return Object.values(answers).some((answer) => answer !== 'in') ? [`${method} ${url} is not open`] : []
    const let_in = uninvited.filter((name) => answers[name] !== '401')
    if (answers['another workspace'] === 'reached') let_in.push('another workspace')
    return let_in.map((name) => `${method} ${url} lets in: ${name}`)
  })
  const urls = new Set(rows.map(({ url }) => url))
  return [
    ...complaints,
    ...Object.keys(OPEN)
      .filter((url) => !urls.has(url))
      .map((url) => `${url} is no route`),
  ]
}

/** A line a route, HEAD in that of its GET; a column a caller, as wide as its name. */
export function printTable(rows: Row[], callers: Caller[]): string {
  const line = (cells: string[], route: string) =>
    `${cells.map((cell, at) => cell.padEnd(callers[at]!.name.length)).join('  ')}  ${route}\n`
  const header = line(
    callers.map(({ name }) => name),
    'route',
  )
  const lines = rows
    .filter(({ method }) => method !== 'HEAD')
    .toSorted((a, b) => (`${a.url} ${a.method}` < `${b.url} ${b.method}` ? -1 : 1))
    .map(({ method, url, answers }) =>
      line(
        callers.map(({ name }) => answers[name]!),
        `${method} ${url}`,
      ),
    )
  return [header, ...lines].join('')
}
