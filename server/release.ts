/** The version of Parley itself, not one of the API's. */
import { readFileSync } from 'node:fs'

const description = new URL('../package.json', import.meta.url)
export const RELEASE = (JSON.parse(readFileSync(description, 'utf8')) as { version: string }).version
