/**
 * Prints the row types of every table from the migrated schema into `types/` (`npm run db:types`).
 * Checked in; `npm run check` fails where they are out of date.
 */
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import type { Config, PgTsGeneratorConfig } from 'kanel'

// kanel is CommonJS without a static list of its exports.
const kanel = createRequire(import.meta.url)('kanel') as typeof import('kanel')

const rowName = (table: string) => `${table.replace(/(^|_)(\w)/g, (_, __, letter: string) => letter.toUpperCase())}Row`

/** What our driver makes of a column (db/pool.ts). */
const customTypeMap = {
  'pg_catalog.int8': 'number',
  'pg_catalog.json': 'unknown',
  'pg_catalog.jsonb': 'unknown',
  'pg_catalog.bytea': 'Buffer',
  'pg_catalog.timestamptz': 'Date',
}

export async function generateTypes(connection: Config['connection'], outputPath: string): Promise<void> {
  const tables: PgTsGeneratorConfig = {
    customTypeMap,
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
    outputPath,
    preDeleteOutputFolder: true,
    typescriptConfig: { enumStyle: 'literal-union', tsModuleFormat: 'esm', importsExtension: '.ts' },
    generators: [kanel.makePgTsGenerator(tables)],
  })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [connection, outputPath] = process.argv.slice(2)
  await generateTypes(connection!, outputPath ?? fileURLToPath(new URL('types', import.meta.url)))
}
