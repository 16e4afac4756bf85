/**
 * Prints the row types of every table from the migrated schema into `types/` (`npm run db:types`).
 * They are checked in; with `--check` nothing is written, and types that are out of date fail.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Config, Output, PgTsGeneratorConfig } from 'kanel'
import { pino } from 'pino'
import { startEmbedded } from './embedded.ts'
import { migrate } from './migrate.ts'
import { openPool, type Pool } from './pool.ts'

// kanel is CommonJS without a static list of its exports.
const kanel = createRequire(import.meta.url)('kanel') as typeof import('kanel')

const rowName = (table: string) => `${table.replace(/(^|_)(\w)/g, (_, __, letter: string) => letter.toUpperCase())}Row`

/** JavaScript types of columns, as the driver returns them (db/values.ts). */
const customTypeMap = {
  'pg_catalog.int8': 'number',
  'pg_catalog.json': 'unknown',
  'pg_catalog.jsonb': 'unknown',
  'pg_catalog.bytea': 'Buffer',
  'pg_catalog.timestamptz': 'Date',
}

/** Rows and their ids. kanel also makes types for inserts and updates, which name the columns that they write. */
const keepRows = (output: Output): Output =>
  Object.fromEntries(
    Object.entries(output).map(([path, file]) => [
      path,
      file.fileType === 'typescript'
        ? {
            ...file,
            declarations: file.declarations.filter(
              (one) => !('name' in one && /(Initializer|Mutator)$/.test(one.name)),
            ),
          }
        : file,
    ]),
  )

/** kanel leaves blank lines between the columns of a row. */
const withoutGaps = (_path: string, lines: string[]): string[] => {
  const columns = lines.findIndex((line) => line.startsWith('export interface'))
  return lines.filter((line, at) => at < columns || line !== '')
}

async function generateTypes(connection: Config['connection'], outputPath: string): Promise<void> {
  const tables: PgTsGeneratorConfig = {
    customTypeMap,
    preRenderHooks: [keepRows],
    getMetadata: (details, kind, builtin) => ({
      ...builtin,
      ...(kind === undefined || kind === 'selector' ? { name: rowName(details.name), exportAs: 'named' } : {}),
      comment: undefined,
      path: `${outputPath}/${details.name}`,
    }),
    generateIdentifierType: (column, _details, builtin) => ({
      ...builtin,
      comment: [],
      typeDefinition: [
        column.type.fullName === 'pg_catalog.text' || column.type.fullName === 'pg_catalog.uuid' ? 'string' : 'number',
      ],
    }),
  }
  await kanel.processDatabase({
    connection,
    schemaNames: ['public'],
    filter: ({ kind }) => kind === 'table',
    outputPath,
    preDeleteOutputFolder: true,
    typescriptConfig: { enumStyle: 'literal-union', tsModuleFormat: 'esm', importsExtension: '.ts' },
    generators: [kanel.makePgTsGenerator(tables)],
    postRenderHooks: [withoutGaps],
  })
}

/** Writes the names of columns whose values travel as JSON (build.ts): columns that are JSON in every table. */
async function generateJsonColumns(db: Pool, outputPath: string): Promise<void> {
  const rows = await db<{ name: string }[]>`
    select column_name as name from information_schema.columns where table_schema = 'public'
    group by column_name having every(data_type in ('json', 'jsonb')) order by column_name`
  const lines = rows.map(({ name }) => `  '${name}',\n`)
  writeFileSync(
    join(outputPath, 'json_columns.ts'),
    '/** Columns that are json or jsonb in every table that has one of this name. */\n' +
      `export const JSON_COLUMNS: ReadonlySet<string> = new Set([\n${lines.join('')}])\n`,
  )
}

const checkedIn = join(import.meta.dirname, 'types')
const check = process.argv.includes('--check')
const dataDir = mkdtempSync(join(tmpdir(), 'parley-data-'))
const scratch = mkdtempSync(join(tmpdir(), 'parley-types-'))
const database = await startEmbedded({ dataDir, log: pino({ level: 'silent' }) })
try {
  const db = openPool(database.address, { max: 1 })
  await migrate(db)
  if (!('socketDir' in database.address)) throw new Error('the embedded database has no socket')
  const { socketDir: host, user, database: name } = database.address
  const output = check ? scratch : checkedIn
  await generateTypes({ host, user, database: name }, output)
  await generateJsonColumns(db, output)
  await db.end()
  if (check) execFileSync('diff', ['-r', checkedIn, output], { stdio: 'inherit' })
} finally {
  await database.stop()
  for (const folder of [dataDir, scratch]) rmSync(folder, { recursive: true, force: true })
}
