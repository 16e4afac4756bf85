/** Makes a folder that Parley keeps its own files in, or says in one line why it cannot. */
import { accessSync, chmodSync, constants, existsSync, mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

/** @throws an error that names the folder, and the setting that names another */
export function makeFolder(path: string): void {
  try {
    make(path)
  } catch (error) {
    throw unusable(path, `cannot be made (${(error as Error).message})`, error)
  }
  if (!statSync(path).isDirectory()) throw unusable(path, 'is not a folder')
  try {
    accessSync(path, constants.W_OK | constants.X_OK)
  } catch (error) {
    throw unusable(path, 'cannot be written by this user', error)
  }
}

/** One by one: Node's own recursive mkdir does not end below /proc. */
function make(path: string): void {
  if (existsSync(path)) return
  make(dirname(path))
  mkdirSync(path)
  chmodSync(path, 0o755) // independent of the umask: the database’s user has to get through
}

const unusable = (path: string, why: string, cause?: unknown): Error =>
  new Error(`the data folder ${path} ${why}; set PARLEY_DATA_DIR to another folder`, { cause })
