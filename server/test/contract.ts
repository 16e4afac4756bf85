/**
 * Holds the replies that the suite sees against the published descriptions, where those are at
 * hand: in the folder named by PARLEY_SHARED, or in `shared` beside the project. The product and
 * its tests work without them; then this says that it was skipped.
 */
import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { after, test } from 'node:test'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { stopTestServer } from './database.ts'
import { besideLibrary } from './other-descriptions.ts'
import { history } from '../versions/index.ts'
import { undescribedIn } from './undescribed.ts'
import { isWaived } from './waived.ts'

export interface Exchange {
  version: string
  method: string
  path: string
  status: number
  body: unknown
}

export interface Problem {
  kind: string
  at: string
  detail: string
}

interface Contract {
  operations: { key: string; method: string; template: string; tag?: string }[]
  match(method: string, path: string): string | undefined
  check(exchange: Omit<Exchange, 'version'>): { operation: string | undefined; problems: Problem[] }
}

/** Where the published descriptions lie, if they do. */
export const shared = process.env['PARLEY_SHARED'] ?? fileURLToPath(new URL('../../../shared', import.meta.url))
/** Where the checker lies, and in `openapi` beside it the descriptions that it reads. */
const folder = existsSync(`${shared}/contract/contract.mjs`) ? besideLibrary(shared) : shared
const file = `${folder}/contract/contract.mjs`

const library = existsSync(file) ? await import(pathToFileURL(file).href) : undefined

const isDescribed = (version: string) => existsSync(`${folder}/openapi/${version.toLowerCase()}.json`)

/** The descriptions by version, or undefined where none is at hand; undefined of a version that has none. */
export const contract: ((version: string) => Contract | undefined) | undefined =
  library && ((version) => (isDescribed(version) ? library.contract(version) : undefined))

/** The same as they were published. */
export const describe: ((version: string) => unknown) | undefined =
  library && ((version) => (isDescribed(version) ? library.describe(version.toLowerCase()) : undefined))

const found = new Map<string, number>()
let checked = 0

/** @returns the problems of this exchange that are not waived */
export function check({ version, ...exchange }: Exchange): string[] {
  const description = contract?.(version)
  if (!description) return []
  // An operation that came later may have a path that fits an older one with a parameter.
  const meant = laterOperation(version, exchange)
  if (meant !== undefined && !description.operations.some(({ key }) => key === meant)) return []
  const { operation, problems } = description.check(exchange)
  // Operations that a description lacks are refused by the version engine.
  if (operation === undefined)
    return exchange.status < 400 ? [`${version} has no ${exchange.method} ${exchange.path}`] : []
  return problems
    .filter((problem) => !isWaived(version, operation, exchange.status, problem))
    .map(({ kind, at, detail }) => `${version} ${operation} ${exchange.status}: ${kind} ${at} ${detail}`)
}

/** The operation that is meant, if it is one that came after the description was published. */
const laterOperation = (version: string, { method, path }: Omit<Exchange, 'version'>): string | undefined => {
  const bare = path.split('?')[0]!
  return laterOperations(version).find((one) => one.method === method && one.shape.test(bare))?.operation
}

interface Later {
  operation: string
  method: string
  shape: RegExp
}

const later = new Map<string, Later[]>()

/** Built once: it is asked of every reply. */
function laterOperations(version: string): Later[] {
  const known = later.get(version)
  if (known) return known
  const built = undescribedIn(history, version).map(({ operation }) => {
    const [method, shape] = operation.split(' ') as [string, string]
    return { operation, method, shape: new RegExp(`^${shape.replaceAll('{}', '[^/]+')}$`) }
  })
  later.set(version, built)
  return built
}

/** Checks an exchange; its problems fail the run when all tests are done. */
export function observe(exchange: Exchange): void {
  // The answer to a tag that still holds is HTTP's own, in no description.
  if (exchange.status === 304) return
  checked++
  for (const problem of check(exchange)) found.set(problem, (found.get(problem) ?? 0) + 1)
}

if (contract) {
  after(async () => {
    // A hook that fails keeps the later ones from running.
    await stopTestServer()
    const lines = [...found].map(([problem, times]) => `${problem} (${times}×)`).sort()
    assert.equal(lines.length, 0, `of ${checked} replies, the descriptions object to:\n${lines.join('\n')}`)
  })
} else {
  test('replies are held against the published descriptions', { skip: 'the descriptions are not at hand' }, () => {})
}
