/** Files whose prose is ours: modules, scripts, migrations and pages of the project. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { proseOf } from './documents.ts'
import { proseIn, type Prose } from './source.ts'
import { proseInSql } from './sql.ts'

const root = join(import.meta.dirname, '../../..')
const FOLDERS = ['server', 'bench', 'cli', 'docs', 'examples']

/** Printed by programs, or by recorded answers. */
const PRINTED = /^server\/db\/types\/|^server\/docs\/assets\//
/** Texts of the demo's help center: content for its readers, whose headings may ask. */
const CONTENT = /^server\/demo\/articles\/.*\.md$/
/** Migrations from before the rule. A migration must not change after it ran, not even in a comment. */
const RAN = /^server\/db\/migrations\/00(0|1|2|3[0-9]|50|60)/

/** @returns the prose of the whole project */
export function readProse(): Prose[] {
  const files = FOLDERS.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`),
  )
  const pages = readdirSync(root).filter((file) => file.endsWith('.md'))
  return [...files, ...pages]
    .filter((file) => /\.(ts|mjs|md|sql)$/.test(file) && ![PRINTED, CONTENT, RAN].some((left) => left.test(file)))
    .toSorted()
    .flatMap((file) => {
      const source = readFileSync(join(root, file), 'utf8')
      if (file.endsWith('.md')) return proseOf(file, source)
      return file.endsWith('.sql') ? proseInSql(file, source) : proseIn(file, source)
    })
}
