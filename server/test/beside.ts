/**
 * Parts of these tests that stand beside their noun: each is the default export of a file of one name
 * (`tour.ts`, say) in the noun's folder.
 */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const server = join(import.meta.dirname, '..')

/** @returns the parts in the order of their folders' names */
export async function loadBeside<T>(file: string): Promise<T[]> {
  const folders = readdirSync(join(server, 'resources')).map((name) => join(server, 'resources', name))
  const paths = [...folders.toSorted(), join(server, 'webhooks')].map((folder) => join(folder, file)).filter(existsSync)
  return Promise.all(paths.map(async (path) => (await import(pathToFileURL(path).href)).default as T))
}
