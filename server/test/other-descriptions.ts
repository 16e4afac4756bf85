/**
 * Descriptions from another folder than the one beside the checker: `--descriptions DIR`, a file
 * `<version>.json` for each. The checker reads those beside itself, so a copy of it is put beside them.
 */
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

/** @returns the folder in which the checker is, with the descriptions that were asked for beside it */
export function besideLibrary(shared: string): string {
  const at = process.argv.indexOf('--descriptions')
  const given = at < 0 ? undefined : process.argv[at + 1]
  if (given === undefined) return shared
  const folder = mkdtempSync(join(tmpdir(), 'parley-descriptions-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  mkdirSync(join(folder, 'contract'))
  copyFileSync(join(shared, 'contract/contract.mjs'), join(folder, 'contract/contract.mjs'))
  symlinkSync(resolve(given), join(folder, 'openapi'))
  symlinkSync(join(shared, 'reference'), join(folder, 'reference'))
  return folder
}
