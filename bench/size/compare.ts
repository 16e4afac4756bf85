/** The same at this size and at ten thousand contacts, in turns: what writes keep of their speed, how much reads grow. */
import { measure, median, type Kind } from '../load.ts'
import { CONNECTIONS, medianOf } from './measure.ts'
import { shapesOf } from './shapes/shapes.ts'
import { turn } from './shapes/shape.ts'
import type { Side } from './side.ts'

export interface Compared {
  name: string
  small: number
  large: number
  /** Of requests a second, or of milliseconds. */
  ratio: number
  holds: boolean
}

const ROUNDS = 3
export const WRITES_KEEP = 0.7
export const READS_GROW = 2

interface Options {
  seconds: number
  only: string
}

/** Requests a second. */
export async function compareWrites(small: Side, large: Side, { seconds, only }: Options): Promise<Compared[]> {
  const [ofSmall, ofLarge] = [writesOf(small), writesOf(large)]
  const compared: Compared[] = []
  for (const [at, { name, kind }] of ofLarge.entries()) {
    if (!name.includes(only)) continue
    const load = { seconds, connections: CONNECTIONS }
    const pairs = await inTurns(
      async () => (await measure(small.server.url, ofSmall[at]!.kind, load)).perSecond,
      async () => (await measure(large.server.url, kind, load)).perSecond,
    )
    compared.push(comparedOf(name, pairs, (ratio) => ratio >= WRITES_KEEP))
  }
  return compared
}

/** Milliseconds of one request after the other. */
export async function compareReads(small: Side, large: Side, requests: number, only: string): Promise<Compared[]> {
  const ofSmall = new Map(shapesOf(small).map((shape) => [shape.name, shape]))
  const compared: Compared[] = []
  for (const shape of shapesOf(large).filter(({ name, growth }) => growth && name.includes(only))) {
    const pairs = await inTurns(
      () => medianOf(small.client, ofSmall.get(shape.name)!, requests),
      () => medianOf(large.client, shape, requests),
    )
    compared.push(comparedOf(shape.name, pairs, (ratio) => ratio <= READS_GROW))
  }
  return compared
}

async function inTurns(small: () => Promise<number>, large: () => Promise<number>): Promise<[number, number][]> {
  const pairs: [number, number][] = []
  for (let round = 0; round < ROUNDS; round++) pairs.push([await small(), await large()])
  return pairs
}

function comparedOf(name: string, pairs: [number, number][], holds: (ratio: number) => boolean): Compared {
  const ratio = median(pairs.map(([small, large]) => large / small))
  return {
    name,
    small: median(pairs.map(([small]) => small)),
    large: median(pairs.map(([, large]) => large)),
    ratio,
    holds: holds(ratio),
  }
}

let made = 0

function writesOf({ loaded, facts: { contacts, conversations } }: Side): { name: string; kind: Kind }[] {
  const headers = { authorization: `Bearer ${loaded.token}` }
  const answer = { type: 'admin', message_type: 'comment', admin_id: loaded.adminIds[0], body: '<p>On its way.</p>' }
  const create = () => {
    const n = `${process.pid}-${Date.now()}-${++made}`
    return { external_id: `written-${n}`, email: `written-${n}@example.com`, name: 'Written Later' }
  }
  const update = () => ({ name: `Written ${++made}`, custom_attributes: { seats: made % 100 } })
  const contactPath = () => `/contacts/${turn(contacts, ++made).id}`
  const replyPath = () => `/conversations/${turn(conversations, ++made).id}/reply`
  return [
    { name: 'POST /contacts', kind: { method: 'POST', path: '/contacts', body: create, headers } },
    { name: 'PUT /contacts/{id}', kind: { method: 'PUT', path: contactPath, body: update, headers } },
    { name: 'POST /conversations/{id}/reply', kind: { method: 'POST', path: replyPath, body: () => answer, headers } },
  ]
}
