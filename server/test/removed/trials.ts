/** A trial: a request that names a live thing, which is then removed, and the request sent. */
import type { Operation } from '../../http/operation.ts'
import type { Reply } from '../app.ts'
import type { Made } from '../fixtures/fixture.ts'
import type { Scene } from '../fixtures/scene.ts'
import { fixtures, type FixtureName } from '../fixtures/vocabulary.ts'
import { setAt } from '../limits/set-at.ts'
import { allOperations } from '../../operations.ts'
import { sampleOf } from '../requests/index.ts'
import { fillerOf, fixturesOf, give, prepare, send, type Request } from '../requests/request.ts'
import { namings } from './naming.ts'
import type { Naming } from './ways-to-name.ts'

export interface Trial {
  /** `PUT /contacts/{} body.owner_id`, or with `params` where the path names it. */
  place: string
  operation: Operation
  names: FixtureName
  naming: Naming | undefined
}

/** All that name a fixture, in whatever place. */
export const trials: Trial[] = allOperations.flatMap((operation) => {
  const inPath = Object.keys(operation.params.properties).map((param): Trial => {
    const names = fillerOf(sampleOf(operation.key), param)[0]
    return { place: `${operation.key} params.${param}`, operation, names, naming: undefined }
  })
  const elsewhere = Object.entries(namings)
    .filter(([place]) => place.startsWith(`${operation.key} `))
    .flatMap(([place, told]) =>
      (typeof told === 'string' ? [] : told).map((naming): Trial => ({
        place: naming.by ? `${place} by ${naming.by}` : place,
        operation,
        names: naming.names,
        naming,
      })),
    )
  return [...inPath, ...elsewhere]
})

/** Parts that a path names after their thing: each is made in the thing that is tried. */
const PARTS: Partial<Record<FixtureName, FixtureName[]>> = {
  'a conversation': ['a conversation part', 'a side conversation'],
  'a data connector': ['an execution result'],
  'an office hours schedule': ['an office hours exception'],
  'a ticket type': ['a ticket type attribute'],
  'a custom object type': ['a custom object'],
  'a help center': ['a redirect'],
  'an article': ['a version of an article'],
}

/** Makes a thing of others than the scene's own. */
async function makeWith(scene: Scene, name: FixtureName, others: Record<string, Made>): Promise<Made> {
  const needed = { ...others }
  for (const need of fixtures[name].needs) needed[need] ??= await scene.given(need as FixtureName)
  return fixtures[name].make(scene, needed)
}

/** True for a trial that makes something in its thing, or does something to it, before that is removed. */
export const needsLive = ({ operation, names, naming }: Trial): boolean => {
  const sample = sampleOf(operation.key)
  return sample.before !== undefined || ownOf(names, naming).some((own) => fixturesOf(operation, sample).includes(own))
}

const ownOf = (names: FixtureName, naming: Naming | undefined) => [(naming ? naming.inOwn : PARTS[names]) ?? []].flat()

/** Makes what a trial refers to besides its thing, once for all trials of a scene. */
export async function giveOthers(scene: Scene, { operation }: Trial): Promise<void> {
  const sample = sampleOf(operation.key)
  for (const name of fixturesOf(operation, sample)) if (!sample.fresh?.includes(name)) await scene.given(name)
}

/** @param remove the change to the thing before the request is sent */
export async function attempt(
  scene: Scene,
  { operation, names, naming, place }: Trial,
  thing: Made,
  remove: (live: Made) => Promise<unknown> = async () => {},
): Promise<Reply & { live: Made }> {
  const sample = sampleOf(operation.key)
  const given = await give(scene, operation, sample)
  for (const own of ownOf(names, naming)) if (own in given) given[own] = await makeWith(scene, own, { [names]: thing })
  const request = await prepare(scene, operation, sample, naming ? given : { ...given, [names]: thing })
  if (naming) name(request, place, naming, thing)
  await remove(thing)
  return { ...(await send(scene, request)), live: thing }
}

function name(request: Request, place: string, { value, beside }: Naming, thing: Made): void {
  const [part, ...path] = place
    .replace(/ by \w+$/, '')
    .split(' ')
    .at(-1)!
    .split('.') as ['body' | 'query', ...string[]]
  setAt(request, { part, path }, value(thing))
  for (const [key, other] of Object.entries(beside?.(thing) ?? {})) {
    const target = request[part]!
    if (other === undefined) delete (target as Record<string, unknown>)[key]
    else (target as Record<string, unknown>)[key] = other
  }
}

/** Brings a live thing into a removed state, as the state's own fixture does. */
export async function removeInto(scene: Scene, state: FixtureName, live: Made): Promise<Made> {
  const { needs, consumes, removed, make } = fixtures[state]
  const needed: Record<string, Made> = {}
  for (const need of needs) needed[need] = await scene.given(need as FixtureName)
  for (const need of consumes) needed[need] = need === removed ? live : await scene.another(need as FixtureName)
  return make(scene, needed)
}

/** A reply in short: its status, and the code of its error or whether it shows the thing. */
export function outcomeOf({ status, body, text, live }: Reply & { live: Made }): string {
  if (status >= 400) return `${status} ${body.errors[0].code}`
  return text.includes(`"${live['id']}"`) || text.includes(`:${live['id']},`) ? `${status} shown` : `${status}`
}
