/** The table of documented errors: the rows of every noun (`documented-errors.ts` in its folder). */
import { loadBeside } from '../beside.ts'
import type { ErrorRow } from './row.ts'

export const documentedErrors: ErrorRow[] = (await loadBeside<ErrorRow[]>('documented-errors.ts')).flat()
