/**
 * The kept surfaces in `server/versions/surface`: the oldest version whole, each later one as the lines
 * that it added to the version before (`+`) and took from it (`-`), so that a file reads as a changelog.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { settings } from '../../operations.ts'
import { history } from '../../versions/index.ts'
import { settingsSurface, surfaceOf } from './lines.ts'

export const SURFACE_FOLDER = join(import.meta.dirname, '../../versions/surface')
export const SETTINGS_FILE = 'settings.txt'

const fileOf = (version: string) => `${version.toLowerCase()}.txt`

/** The files as the code has them now, by name. */
export function printSurfaces(): Map<string, string[]> {
  const printed = new Map([[SETTINGS_FILE, settingsSurface(settings, history.newest)]])
  let before: string[] | undefined
  for (const version of history.versions) {
    const lines = surfaceOf(version)
    printed.set(fileOf(version.name), before ? difference(before, lines) : lines)
    before = lines
  }
  return printed
}

/** Lines of one list alone, marked by the list that they are of, in the order of their text. */
export function difference(before: string[], after: string[]): string[] {
  const [old, current] = [new Set(before), new Set(after)]
  return [
    ...before.filter((line) => !current.has(line)).map((line) => `- ${line}`),
    ...after.filter((line) => !old.has(line)).map((line) => `+ ${line}`),
  ].toSorted((a, b) => (a.slice(2) < b.slice(2) ? -1 : a.slice(2) > b.slice(2) ? 1 : a < b ? 1 : -1))
}

export const listKept = (): string[] => readdirSync(SURFACE_FOLDER).toSorted()

export function readKept(file: string): string[] {
  const path = join(SURFACE_FOLDER, file)
  return existsSync(path) ? readFileSync(path, 'utf8').trimEnd().split('\n').filter(Boolean) : []
}

/** The whole surface of a version by the kept files alone, to compare the code with. */
export function readSurface(version: string): Set<string> {
  const lines = new Set<string>()
  for (const { name } of history.versions) {
    for (const line of readKept(fileOf(name)))
      if (line.startsWith('- ')) lines.delete(line.slice(2))
      else lines.add(line.startsWith('+ ') ? line.slice(2) : line)
    if (name === version) return lines
  }
  throw new Error(`${version} is not a version that there is`)
}
