/** Writes the table anew (`npm run happenings`). Read what changed in it before it is committed. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { testApp } from '../app.ts'
import { endProcess } from '../endings.ts'
import { makeTable } from './table.ts'

const file = join(import.meta.dirname, 'table.txt')
writeFileSync(file, await makeTable(await testApp({ own: true })))
console.log(`wrote ${file}`)
await endProcess()
