/**
 * The version engine. The server speaks the newest version only; each file beside this one says
 * what its version changed against the version before, and a reply is taken down, a request up,
 * through those steps.
 *
 * A reply's schema and value are walked together, so a model is rewritten wherever it stands:
 * alone, in a list, inside another, in a webhook. The walk of a step is compiled once per reply
 * schema and touches only the paths that lead to a model which that step changed.
 */
import type { TProperties, TSchema } from 'typebox'
import { compileStep, type Rewrite } from './rewrite.ts'
import { foldProperties, foldSchema } from './fold.ts'
import { assertNames, isAmong, type Known } from './names.ts'

export interface Change {
  /** Begins with a verb; `ctx.has(name)` asks for it. */
  name: string
  /** One sentence for the changelog. */
  note: string
  /** Parts that no published page shows; see docs/deviations.md. */
  inferred?: string
  /** Replies: the model, the properties it had before (null: it had none of that name), and the way back. */
  model?: string
  was?: Record<string, TSchema | null>
  down?: (value: any) => unknown
  /** Requests: the operations, the body's properties before, and the way to the newest. */
  operations?: string[]
  body?: TProperties
  up?: (body: any) => unknown
  /** Query parameters as they were before, by operation. */
  query?: Record<string, TProperties>
  /** Names in `was` and `body` that the newer form does not have: renamed, or dropped. */
  gone?: string[]
  /** Webhooks only: the topics whose items it holds for, by name or by family (`conversation.*`). */
  topics?: string[]
}

export interface Surface {
  /** `GET /contacts/{}` */
  operations?: string[]
  /** Operations of the API that this server does not have yet: clients of other versions are told so. */
  planned?: string[]
  /** Properties by model. */
  fields?: Record<string, string[]>
  /** Properties of a request's body, by operation. */
  body?: Record<string, string[]>
  /** Query parameters, by operation. */
  query?: Record<string, string[]>
}

export interface VersionFile {
  name: string
  /** Other names that clients send for it. */
  aliases?: string[]
  /** Not a stable version: never the default. */
  preview?: boolean
  adds?: Surface
  removes?: Surface
  changes?: Change[]
}

export const version = (name: string, file: Omit<VersionFile, 'name'> = {}): VersionFile => ({ name, ...file })

export interface Version {
  name: string
  /** True if this version has a named change. */
  has(change: string): boolean
  /** True if the version has the operation, by key. */
  serves(operation: string): boolean
  /**
   * From the newest form of a reply to this version's. The value given is used up.
   * @param topic the topic of a webhook whose item it is
   */
  down(reply: TSchema, topic?: string): Rewrite
  /** The schema of a reply, body or query as this version's clients know it. */
  replySchema(schema: TSchema, topic?: string): TSchema
  bodySchema(operation: string, schema: TSchema): TSchema
  querySchema(operation: string, schema: TSchema): TSchema
  /** From this version's body to the newest. Drops the fields of a body that this version does not have. */
  up(operation: string): Rewrite | undefined
  /** The query parameters that this version does not know yet, or no more. */
  unknownQuery(operation: string): string[]
}

export interface History {
  versions: Version[]
  /** The operations that a version added or removed, by key, those that this server does not have yet among them. */
  operations: string[]
  newest: Version
  newestStable: Version
  /** By the name in a header, whatever its letter case. */
  find(name: string): Version | undefined
}

/** @throws where two changes have one name, or `known` is given and a file names something that is not in it. */
export function createHistory(files: VersionFile[], known?: Known): History {
  const changeNames = files.flatMap((file) => (file.changes ?? []).map((change) => change.name))
  const twice = changeNames.find((name, at) => changeNames.indexOf(name) !== at)
  if (twice) throw new Error(`two changes are named ${twice}`)
  if (known) assertNames(files, known)
  const versions = files.map((_, at) => createVersion(files, at))
  const byName = new Map(
    files.flatMap((f, at) => [f.name, ...(f.aliases ?? [])].map((n) => [n.toLowerCase(), versions[at]!])),
  )
  return {
    versions,
    operations: [...new Set(files.flatMap(({ adds, removes }) => [...operationsOf(adds), ...operationsOf(removes)]))],
    newest: versions.at(-1)!,
    newestStable: versions[files.findLastIndex((file) => !file.preview)]!,
    find: (name) => byName.get(name.toLowerCase()),
  }
}

function createVersion(files: VersionFile[], at: number): Version {
  const past = files.slice(0, at + 1)
  /** The steps back from the newest to here, newest first. */
  const ahead = files.slice(at + 1).reverse()
  const known = new Set(past.flatMap((file) => (file.changes ?? []).map((change) => change.name)))
  const notYet = new Set(ahead.flatMap((file) => operationsOf(file.adds)))
  const gone = new Set(past.flatMap((file) => operationsOf(file.removes)))
  const unknownOf = (part: 'body' | 'query', operation: string) => [
    ...ahead.flatMap((file) => file.adds?.[part]?.[operation] ?? []),
    ...past.flatMap((file) => file.removes?.[part]?.[operation] ?? []),
  ]
  /** By topic of a webhook; undefined for replies. */
  const forms = new Map<string | undefined, Form>()
  const formOf = (topic: string | undefined) => memo(forms, topic, () => createForm(files, at, topic))

  return {
    name: files[at]!.name,
    has: (change) => known.has(change),
    serves: (operation) => !notYet.has(operation) && !gone.has(operation),
    down: (reply, topic) => formOf(topic).down(reply),
    replySchema: (schema, topic) => formOf(topic).replySchema(schema),
    bodySchema: (operation, schema) => foldProperties(schema, 'body', operation, past, ahead),
    querySchema: (operation, schema) => foldProperties(schema, 'query', operation, past, ahead),
    up: (operation) => {
      const unknown = unknownOf('body', operation)
      const ups = ahead
        .flatMap((file) => file.changes ?? [])
        .filter((change) => change.up && change.operations?.includes(operation))
        .map((change) => change.up as Rewrite)
        .reverse()
      const steps = unknown.length > 0 ? [without(unknown), ...ups] : ups
      return steps.length > 0 ? chain(steps) : undefined
    },
    unknownQuery: (operation) => unknownOf('query', operation),
  }
}

/** Replies, or the items of a topic, as a version has them. */
type Form = Pick<Version, 'down' | 'replySchema'>

function createForm(all: VersionFile[], at: number, topic: string | undefined): Form {
  const holds = ({ topics }: Change) => !topics || (topic !== undefined && isAmong(topics, topic))
  const files = all.map((file) => ({ ...file, changes: (file.changes ?? []).filter(holds) }))
  const past = files.slice(0, at + 1)
  const ahead = files.slice(at + 1).reverse()
  const downs = new Map<TSchema, Rewrite>()
  const schemas = new Map<TSchema, TSchema>()
  const compile = (reply: TSchema) => {
    const hidden = compileStep(reply, { fields: mergeFields(past.map((file) => file.removes?.fields)), changes: [] })
    const steps = ahead.map((file, step) => {
      const before = files.length - step
      const schema = foldSchema(reply, files.slice(0, before), files.slice(before).reverse())
      return compileStep(schema, { fields: file.adds?.fields ?? {}, changes: file.changes })
    })
    return chain([hidden, ...steps].filter((step) => step !== undefined))
  }
  return {
    down: (reply) => memo(downs, reply, () => compile(reply)),
    replySchema: (schema) => memo(schemas, schema, () => foldSchema(schema, past, ahead)),
  }
}

const operationsOf = ({ operations = [], planned = [] }: Surface = {}): string[] => [...operations, ...planned]

const without =
  (names: string[]): Rewrite =>
  (body: object) =>
    Object.fromEntries(Object.entries(body).filter(([name]) => !names.includes(name)))

const chain = (steps: Rewrite[]): Rewrite =>
  steps.length === 1 ? steps[0]! : (value) => steps.reduce((v, step) => step(v), value)

function mergeFields(all: (Record<string, string[]> | undefined)[]): Record<string, string[]> {
  const merged: Record<string, string[]> = {}
  for (const fields of all)
    for (const [model, names] of Object.entries(fields ?? {})) (merged[model] ??= []).push(...names)
  return merged
}

function memo<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let value = map.get(key)
  if (value === undefined) map.set(key, (value = make()))
  return value
}
