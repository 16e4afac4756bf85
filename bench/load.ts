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
  await shoot(url, kind, { ...load, seconds: 1 }) // warm
  const result = await shoot(url, kind, load)
  refuseFailures(url, kind, result)
  return { perSecond: result.requests.average, p99: result.latency.p99 }
}

/**
 * Sends a number of requests as fast as they are answered.
 * @throws where an answer was no 2xx
 */
export async function sendAll(url: string, kind: Kind, amount: number, { connections }: Pick<Load, 'connections'>) {
  refuseFailures(url, kind, await shoot(url, kind, { connections, amount }))
}

/** Background traffic during the load, in requests per second. */
export interface Beside {
  kind: Kind
  perSecond: number
}

/** So many that those which read do not crowd them out. */
const BESIDE_CONNECTIONS = 100

/**
 * A measurement with something else coming in.
 * @returns also how much of that was answered a second
 * @throws where an answer was no 2xx
 */
export async function measureBeside(url: string, kind: Kind, { kind: other, perSecond }: Beside, load: Load) {
  const [coming, measured] = await Promise.all([
    // As long as the measurement and its warming up take.
    shoot(url, other, { connections: BESIDE_CONNECTIONS, seconds: load.seconds + 1 }, perSecond),
    measure(url, kind, load),
  ])
  refuseFailures(url, other, coming)
  return { ...measured, beside: coming['2xx'] / coming.duration }
}

function refuseFailures(url: string, kind: Kind, { non2xx, errors, timeouts }: autocannon.Result): void {
  const refused = non2xx + errors + timeouts
  if (refused > 0)
    throw new Error(
      `${kind.method} ${pathOf(kind)} at ${url}: ${refused} requests failed${kind.body ? ' (with a body)' : ''}`,
    )
}

const shoot = (
  url: string,
  { method, path, body, headers }: Kind,
  { connections, ...until }: { connections: number } & ({ seconds: number } | { amount: number }),
  overallRate?: number,
) =>
  autocannon({
    url: url + pathOf({ path }),
    connections,
    ...('amount' in until ? until : { duration: until.seconds }),
    ...(overallRate !== undefined && { overallRate }),
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
