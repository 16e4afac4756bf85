/**
 * The names in the version files. An operation, model, property, query parameter or topic that does not
 * exist would be passed over without a word: the field it was to hide would be shown. So each is looked up.
 */
import type { TSchema } from 'typebox'
import { modelName } from '../schema/types.ts'
import type { Change, Surface, VersionFile } from './history.ts'

/** All that version files can name, in the newest form. */
export interface Known {
  operations: { key: string; query: TSchema; body: TSchema | undefined; reply: TSchema }[]
  /** Items of webhooks. Models in replies are found in the operations. */
  models: TSchema[]
  /** Topics of webhooks. */
  topics: string[]
}

type Properties = Map<string, Set<string>>

interface Vocabulary {
  models: Properties
  bodies: Properties
  queries: Properties
  topics: string[]
}

/** @throws for the first name that is nowhere, with the file and the change that have it. */
export function assertNames(files: VersionFile[], known: Known): void {
  const words = vocabularyOf(known)
  // Newest first: a property that a step gives back under an old name exists for the files before it.
  for (const { name, adds, removes, changes = [] } of files.toReversed()) {
    const file = `server/versions/${name.toLowerCase()}.ts`
    for (const change of changes) checkChange(change, words, `${file}, change ${change.name}`)
    for (const change of changes) keepGone(change, words)
    checkSurface(adds, words, `${file}, adds`)
    checkSurface(removes, words, `${file}, removes`)
  }
}

/** True for a topic of a change: by its name, or by the family before `.*`. */
export const isAmong = (patterns: string[], topic: string): boolean =>
  patterns.some((pattern) => (pattern.endsWith('.*') ? topic.startsWith(pattern.slice(0, -1)) : topic === pattern))

function checkSurface(
  { operations = [], planned = [], fields, body, query }: Surface = {},
  words: Vocabulary,
  place: string,
): void {
  for (const key of operations) lookUp(words.queries, key, 'operation', place)
  for (const key of planned)
    if (words.queries.has(key)) throw new Error(`${place}: ${key} is planned, but it exists: move it to operations`)
  checkAll(fields, words.models, ['model', 'property'], place)
  checkAll(body, words.bodies, ['operation', 'property in the body'], place)
  checkAll(query, words.queries, ['operation', 'query parameter'], place)
}

function checkAll(
  named: Record<string, string[]> = {},
  all: Properties,
  [ownerKind, kind]: [string, string],
  place: string,
): void {
  for (const [owner, names] of Object.entries(named))
    for (const name of names) checkProperty(lookUp(all, owner, ownerKind, place), name, `${kind} of ${owner}`, place)
}

function checkChange(change: Change, words: Vocabulary, place: string): void {
  const { model, was, operations, body, query = {}, topics = [], gone = [] } = change
  if (was && model === undefined) throw new Error(`${place}: was needs a model`)
  if (body && !operations) throw new Error(`${place}: body needs operations`)
  for (const name of gone)
    if (!was?.[name] && !body?.[name]) throw new Error(`${place}: gone names ${name}, which is not in was or body`)
  const owners = [
    ...(model === undefined ? [] : [{ owner: model, all: words.models, kind: 'model', names: was }]),
    ...(operations ?? []).map((owner) => ({ owner, all: words.bodies, kind: 'operation', names: body })),
  ]
  for (const { owner, all, kind, names = {} } of owners) {
    const properties = lookUp(all, owner, kind, place)
    for (const name of Object.keys(names))
      if (!gone.includes(name)) checkProperty(properties, name, `property of ${owner}`, place)
      else if (properties.has(name)) throw new Error(`${place}: gone names ${name}, which ${owner} still has`)
  }
  for (const [key, names] of Object.entries(query))
    for (const name of Object.keys(names))
      checkProperty(lookUp(words.queries, key, 'operation', place), name, `query parameter of ${key}`, place)
  for (const topic of topics)
    if (!words.topics.some((one) => isAmong([topic], one))) throw new Error(`${place}: there is no topic ${topic}`)
}

function keepGone({ model, was, operations, body, gone = [] }: Change, { models, bodies }: Vocabulary): void {
  for (const name of gone) {
    if (was?.[name]) models.get(model!)!.add(name)
    if (body?.[name]) for (const key of operations!) bodies.get(key)!.add(name)
  }
}

function lookUp(all: Properties, name: string, kind: string, place: string): Set<string> {
  const found = all.get(name)
  if (!found) throw new Error(`${place}: there is no ${kind} ${name}`)
  return found
}

function checkProperty(properties: Set<string>, name: string, kind: string, place: string): void {
  if (!properties.has(name)) throw new Error(`${place}: there is no ${kind} named ${name}`)
}

function vocabularyOf({ operations, models, topics }: Known): Vocabulary {
  const words: Vocabulary = { models: new Map(), bodies: new Map(), queries: new Map(), topics }
  const seen = new Set<TSchema>()
  for (const { key, query, body, reply } of operations) {
    words.queries.set(key, new Set(Object.keys(propertiesOf(query))))
    words.bodies.set(key, new Set(Object.keys(body ? propertiesOf(body) : {})))
    collectModels(reply, words.models, seen)
  }
  for (const model of models) collectModels(model, words.models, seen)
  return words
}

/** One name may stand for several forms: a property is known if one of them has it. */
function collectModels(schema: TSchema, found: Properties, seen: Set<TSchema>): void {
  if (seen.has(schema)) return
  seen.add(schema)
  const { anyOf = [], items } = schema as { anyOf?: TSchema[]; items?: TSchema }
  const properties = propertiesOf(schema)
  const name = modelName(schema)
  if (name !== undefined) found.set(name, new Set([...(found.get(name) ?? []), ...Object.keys(properties)]))
  for (const child of [...anyOf, ...(items ? [items] : []), ...Object.values(properties)])
    collectModels(child, found, seen)
}

const propertiesOf = (schema: TSchema): Record<string, TSchema> =>
  (schema as { properties?: Record<string, TSchema> }).properties ?? {}
