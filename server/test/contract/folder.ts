/**
 * Published descriptions in a folder, as JSON or YAML: `<version>.json`, or `<version>/api.intercom.io.yaml`
 * as in their public repository, whose folder `0` describes Preview. A clone of the repository is taken too.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { Description } from './description.ts'

const PREVIEW = /^(0|preview|unstable)$/i
const NAME = /^(\d+\.\d+|0|preview|unstable)$/i
const INSIDE = 'api.intercom.io'
const ENDINGS = ['.json', '.yaml', '.yml']

/** @returns the file of each version, by the name of the version; the first of several */
export function filesIn(folder: string): Map<string, string> {
  const clone = join(folder, 'descriptions')
  if (existsSync(clone)) return filesIn(clone)
  const files = new Map<string, string>()
  if (!existsSync(folder)) return files
  for (const entry of readdirSync(folder, { withFileTypes: true }).toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const ending = entry.isDirectory() ? '' : (ENDINGS.find((one) => entry.name.endsWith(one)) ?? '')
    const name = entry.name.slice(0, entry.name.length - ending.length)
    const version = PREVIEW.test(name) ? 'Preview' : name
    const path = join(folder, entry.name)
    const file = ending === '' ? ENDINGS.map((one) => join(path, INSIDE + one)).find((one) => existsSync(one)) : path
    if (NAME.test(name) && file !== undefined && !files.has(version)) files.set(version, file)
  }
  return files
}

/** @throws naming the file, where it is no description */
export function readDescription(file: string): Description {
  const text = readFileSync(file, 'utf8')
  try {
    // The bound on aliases protects from foreign texts; published ones may repeat a part often.
    const document = file.endsWith('.json') ? JSON.parse(text) : parse(text, { maxAliasCount: -1, uniqueKeys: false })
    if (typeof document?.paths !== 'object') throw new Error('it has no paths')
    return document
  } catch (error) {
    throw new Error(`${file} is not a description: ${(error as Error).message}`, { cause: error })
  }
}
