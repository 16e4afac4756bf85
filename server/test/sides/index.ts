/** The sides of every named change (`sides.ts` in the folder of a noun). */
import { loadBeside } from '../beside.ts'
import type { Sides } from './scene.ts'

export const sides: Record<string, Sides> = Object.assign({}, ...(await loadBeside<object>('sides.ts')))
