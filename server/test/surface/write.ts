/** Writes the surface of every version into `server/versions/surface` (`npm run surface`). */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { listKept, printSurfaces, SURFACE_FOLDER } from './kept.ts'

mkdirSync(SURFACE_FOLDER, { recursive: true })
const printed = printSurfaces()
for (const file of listKept()) if (!printed.has(file)) rmSync(join(SURFACE_FOLDER, file))
for (const [file, lines] of printed)
  writeFileSync(join(SURFACE_FOLDER, file), lines.map((line) => `${line}\n`).join(''))
