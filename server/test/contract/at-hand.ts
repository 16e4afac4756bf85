/**
 * The published descriptions at hand: in the folder after `--descriptions`, or that PARLEY_DESCRIPTIONS
 * names, or in `shared/openapi` beside the project. CONTRIBUTING.md says how to get them.
 */
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createChecker, type Checker } from './checker.ts'
import type { Description } from './description.ts'
import { filesIn, readDescription } from './folder.ts'

/** A folder beside the project that may hold descriptions, and notes about them. */
export const shared = process.env['PARLEY_SHARED'] ?? fileURLToPath(new URL('../../../../shared', import.meta.url))

const flag = process.argv.indexOf('--descriptions')
/** The folder that somebody named; it must have descriptions. */
export const asked = flag < 0 ? process.env['PARLEY_DESCRIPTIONS'] : (process.argv[flag + 1] ?? '')
export const folder = asked ?? join(shared, 'openapi')
const files = filesIn(folder)

/** The versions that are described there, whether they are served or not. */
export const describedVersions: string[] = [...files.keys()]

const descriptions = new Map<string, Description>()
const checkers = new Map<string, Checker>()

/** @returns undefined for a version that is not described there */
export function descriptionOf(version: string): Description | undefined {
  const file = files.get(version)
  if (file !== undefined && !descriptions.has(version)) descriptions.set(version, readDescription(file))
  return descriptions.get(version)
}

/** @returns undefined for a version that is not described there */
export function checkerOf(version: string): Checker | undefined {
  const description = descriptionOf(version)
  if (description && !checkers.has(version)) checkers.set(version, createChecker(description))
  return checkers.get(version)
}
