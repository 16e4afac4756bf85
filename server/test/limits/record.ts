/** Writes kept.txt anew: `npm run limits`. */
import { writeFile } from 'node:fs/promises'
import { allOperations } from '../../operations.ts'

import { printLimits } from './limits-of.ts'

await writeFile(new URL('kept.txt', import.meta.url), printLimits(allOperations))
