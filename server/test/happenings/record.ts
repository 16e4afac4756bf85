/** Writes the table anew (`npm run happenings`). Read what changed in it before it is committed. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { endProcess } from '../endings.ts'
import { makeTable } from './table.ts'
import { undoableApp } from '../undone.ts'

const file = join(import.meta.dirname, 'table.txt')
writeFileSync(file, await makeTable(await undoableApp()))
console.log(`wrote ${file}`)
await endProcess()
