/** Every version that is served, oldest first: the files of this folder, by their names. */
import { readdirSync } from 'node:fs'
import { createHistory, type VersionFile } from './history.ts'

const folder = new URL('.', import.meta.url)
const numbered = readdirSync(folder)
  .map((name) => /^(\d+)\.(\d+)\.[jt]s$/.exec(name))
  .filter((match) => match !== null)
  .sort((a, b) => Number(a[1]) - Number(b[1]) || Number(a[2]) - Number(b[2]))
  .map((match) => match[0])
const preview = import.meta.url.endsWith('.ts') ? 'preview.ts' : 'preview.js'

const load = async (name: string): Promise<VersionFile> => (await import(new URL(name, folder).href)).default

export const files = await Promise.all([...numbered, preview].map(load))
export const history = createHistory(files)
