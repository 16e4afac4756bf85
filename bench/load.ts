/** One measurement: so many connections, so many seconds, one kind of request. */
import autocannon from 'autocannon'

export interface Load {
  seconds: number
  connections: number
}

export interface Kind {
  method: 'GET' | 'POST' | 'PUT'
  /** A function where every request has another. */
  path: string | (() => string)
  /** Made anew for every request. */
  body?: () => object
  headers?: Record<string, string>
}

/** @throws where an answer was no 2xx: such a run measures nothing. */
export async function measure(url: string, kind: Kind, load: Load): Promise<{ perSecond: number; p99: number }> {
  const { body } = kind
  await shoot(url, kind, { ...load, seconds: 1 }) // warm
  const result = await shoot(url, kind, load)
  const refused = result.non2xx + result.errors + result.timeouts
  if (refused > 0)
    throw new Error(
      `${kind.method} ${pathOf(kind)} at ${url}: ${refused} requests failed${body ? ' (with a body)' : ''}`,
    )
  return { perSecond: result.requests.average, p99: result.latency.p99 }
}

const shoot = (url: string, { method, path, body, headers }: Kind, { seconds, connections }: Load) =>
  autocannon({
    url: url + pathOf({ path }),
    connections,
    duration: seconds,
    method,
    headers: { accept: 'application/json', ...(body && { 'content-type': 'application/json' }), ...headers },
    ...(body && {
      requests: [
        {
          setupRequest: (request: autocannon.Request) => ({
            ...request,
            path: pathOf({ path }),
            body: JSON.stringify(body()),
          }),
        },
      ],
    }),
  })

const pathOf = ({ path }: Pick<Kind, 'path'>) => (typeof path === 'string' ? path : path())

export const median = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!
