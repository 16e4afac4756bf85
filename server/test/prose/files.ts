/** Files whose prose is ours: modules, scripts and pages of the project. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { proseOf } from './documents.ts'
import { proseIn, type Prose } from './source.ts'

const root = join(import.meta.dirname, '../../..')
const FOLDERS = ['server', 'bench', 'cli', 'docs', 'examples']

/** Printed by programs, or by recorded answers. */
const PRINTED = /^server\/db\/types\/|^server\/docs\/assets\//

/** @returns the prose of the whole project */
export function readProse(): Prose[] {
  const files = FOLDERS.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`),
  )
  const pages = readdirSync(root).filter((file) => file.endsWith('.md'))
  return [...files, ...pages]
    .filter((file) => /\.(ts|mjs|md)$/.test(file) && !PRINTED.test(file))
    .toSorted()
    .flatMap((file) => {
      const source = readFileSync(join(root, file), 'utf8')
      return file.endsWith('.md') ? proseOf(file, source) : proseIn(file, source)
    })
}
