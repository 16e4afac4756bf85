/** Writes who imports whom into `imports.txt` (`npm run structure`). */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { printImports } from './imports.ts'
import { listModules } from './modules.ts'

writeFileSync(join(import.meta.dirname, 'imports.txt'), printImports(listModules()))
