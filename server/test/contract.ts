/**
 * Holds the replies that the suite sees against the published descriptions, where those are at hand
 * (contract/at-hand.ts). The product and its tests work without them; then this says that it was skipped.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asked, checkerOf, descriptionOf, describedVersions, folder } from './contract/at-hand.ts'
import type { Answer, Checker } from './contract/checker.ts'
import type { Description } from './contract/description.ts'
import { requestsOf } from './contract/operations.ts'
import { history } from '../versions/index.ts'
import { afterEachFile } from './endings.ts'
import { undescribedIn } from './undescribed.ts'
import { isWaived, modelFor } from './waived/index.ts'

export interface Exchange extends Answer {
  version: string
  method: string
  path: string
}

const atHand = describedVersions.length > 0

/** The checkers by version, or undefined where no description is at hand; undefined for a version that has none. */
export const contract: ((version: string) => Checker | undefined) | undefined = atHand ? checkerOf : undefined

/** The descriptions as they were published. */
export const describe: ((version: string) => Description | undefined) | undefined = atHand ? descriptionOf : undefined

const found = new Map<string, number>()
let checked = 0

/** @returns the problems of this exchange that are not waived */
export function check({ version, method, path, status, body }: Exchange): string[] {
  const checker = contract?.(version)
  if (!checker) return []
  // An operation that came later may have a path that fits an older one with a parameter.
  const later = laterOperation(version, method, path)
  if (later !== undefined && !checker.operations.some(({ key }) => key === later)) return []
  const operation = checker.find(method, path)
  // A version engine refuses operations that a version lacks; no description tells of that.
  if (!operation) return status < 400 ? [`${version} has no ${method} ${path}`] : []
  const { key } = operation
  const problems = checker
    .check(operation, { status, body }, modelFor(key, body))
    .filter((problem) => !isWaived(version, key, problem))
  return [...new Set(problems.map(({ kind, at, detail }) => `${version} ${key} ${status}: ${kind} ${at} ${detail}`))]
}

type Later = { key: string; method: string; pattern: RegExp }[]
const laterOperations = new Map<string, Later>()

/** The operation that is meant, if it is one that came after the description was published. */
function laterOperation(version: string, method: string, path: string): string | undefined {
  const known =
    laterOperations.get(version) ??
    undescribedIn(history, version).map(({ operation }) => ({ key: operation, ...requestsOf(operation) }))
  laterOperations.set(version, known)
  const bare = path.split('?')[0]!
  return known.find((one) => one.method === method && one.pattern.test(bare))?.key
}

/** Checks an exchange; its problems fail the file when its tests are done. */
export function observe(exchange: Exchange): void {
  // The answer to a tag that still holds is HTTP's own, in no description.
  if (exchange.status === 304) return
  checked++
  for (const problem of check(exchange)) found.set(problem, (found.get(problem) ?? 0) + 1)
}

if (contract) {
  afterEachFile(() => {
    const lines = [...found].map(([problem, times]) => `${problem} (${times}×)`).sort()
    found.clear()
    assert.equal(lines.length, 0, `of ${checked} replies, the descriptions object to:\n${lines.join('\n')}`)
  })
} else {
  // A folder that somebody named is not left out silently.
  const skip = asked === undefined && 'the descriptions are not at hand: CONTRIBUTING.md says how to get them'
  test('replies are held against the published descriptions', { skip }, () => {
    assert.fail(`${folder} has no description`)
  })
}
