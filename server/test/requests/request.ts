/**
 * A valid request to each operation, for tests over the table of operations: each changes one thing of
 * it and says what is to be answered. It names the fixtures that it refers to.
 *
 *   'POST /contacts/{}/tags': { needs: ['a tag'], body: ({ 'a tag': tag }) => ({ id: tag.id }) },
 */
import type { Operation } from '../../http/operation.ts'
import type { Reply } from '../app.ts'
import { byId, type Made } from '../fixtures/fixture.ts'
import type { Scene } from '../fixtures/scene.ts'
import { history } from '../../versions/index.ts'
import { fillers, type FixtureName } from '../fixtures/vocabulary.ts'

type Filler = readonly [FixtureName, (made: Made) => string]

/** The fixtures of a request by their names. */
export type Given = Record<FixtureName, Made>

export interface Sample {
  /** Fixtures besides those that fill the path. */
  needs?: FixtureName[]
  /** Another fixture than the usual one for a path parameter, by its id or as told. */
  path?: Record<string, FixtureName | Filler>
  /** Fixtures that each request needs anew, because it removes them or can be made once. */
  fresh?: FixtureName[]
  /** The state that the request needs. */
  before?: (given: Given, scene: Scene) => Promise<unknown>
  query?: (given: Given, scene: Scene) => Record<string, string>
  /** Every list and object that a body can hold, so that each field of it can be varied. */
  body?: (given: Given, scene: Scene) => Record<string, unknown>
}

export interface Request {
  operation: Operation
  params: Record<string, string>
  query: Record<string, string>
  body: Record<string, any> | undefined
}

/** The names of the fixtures that an operation's request refers to. */
export function fixturesOf(operation: Operation, sample: Sample): FixtureName[] {
  const inPath = Object.keys(operation.params.properties).map((param) => fillerOf(sample, param)[0])
  return [...new Set([...inPath, ...(sample.needs ?? [])])]
}

/** @returns the fixture that fills a path parameter, and how */
export function fillerOf({ path }: Sample, param: string): Filler {
  const own = path?.[param]
  if (own) return typeof own === 'string' ? [own, byId] : own
  const found = fillers.find(([, { params }]) => Object.hasOwn(params, param))
  if (!found) throw new Error(`no fixture fills {${param}}: add it to params in a fixtures.ts`)
  return [found[0] as FixtureName, (found[1].params as Record<string, (made: Made) => string>)[param]!]
}

/** Creates the fixtures of a request; fresh ones, and ones that the caller will change, anew each time. */
export async function give(
  scene: Scene,
  operation: Operation,
  sample: Sample,
  anew: FixtureName[] = [],
): Promise<Given> {
  const given = {} as Given
  for (const name of fixturesOf(operation, sample))
    given[name] = await ([...(sample.fresh ?? []), ...anew].includes(name) ? scene.another(name) : scene.given(name))
  return given
}

/** The request with these fixtures, what is to be so before done. */
export async function prepare(scene: Scene, operation: Operation, sample: Sample, given: Given): Promise<Request> {
  await sample.before?.(given, scene)
  const params = Object.fromEntries(
    Object.keys(operation.params.properties).map((param) => {
      const [name, fill] = fillerOf(sample, param)
      return [param, fill(given[name])]
    }),
  )
  return { operation, params, query: sample.query?.(given, scene) ?? {}, body: sample.body?.(given, scene) }
}

/** The newest version that has the operation. */
export const newestOf = ({ key, path }: Operation): string =>
  path.startsWith('/parley/') ? history.newest.name : history.versions.findLast((version) => version.serves(key))!.name

/** The newest version that has the operation with a query parameter. */
export const newestThatTakes = (operation: Operation, parameter: string): string =>
  history.versions.findLast(
    ({ serves, unknownQuery }) => serves(operation.key) && !unknownQuery(operation.key).includes(parameter),
  )?.name ?? newestOf(operation)

/** Asks in the newest version that has the operation, or in another. */
export function send(
  scene: Scene,
  { operation, params, query, body }: Request,
  version = newestOf(operation),
): Promise<Reply> {
  const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name]!))
  const asked = new URLSearchParams(query).toString()
  const client = scene.app.client({ token: scene.workspace.token, version })
  const method = operation.method.toLowerCase() as 'post'
  return client[method](asked ? `${path}?${asked}` : path, ...((body === undefined ? [] : [body]) as []))
}
