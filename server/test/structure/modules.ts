/** The modules of the server, by their path in `server/`. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')

export interface Module {
  file: string
  source: string
}

/** All but row types, which are printed. */
export const listModules = (): Module[] =>
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.startsWith('db/types/'))
    .toSorted()
    .map((file) => ({ file, source: readFileSync(join(root, file), 'utf8') }))

/** Tests, their fixtures and helpers, and scripts of the project: no part of a server that runs. */
export const isTest = (file: string): boolean =>
  /(^|\/)(test[-/]|(fixtures|tour|requests|documented-errors|sides)\.ts$)|\.test\.ts$/.test(file) || SCRIPTS.has(file)

const SCRIPTS = new Set([
  'db/generate-types.ts',
  'demo/articles/pictures/draw.ts',
  'demo/articles/pictures/drawings.ts',
  'docs/record-errors.ts',
  'docs/record-examples.ts',
  'docs/recorder.ts',
  'docs/steady-randomness.ts',
  'search/rows.ts',
])
