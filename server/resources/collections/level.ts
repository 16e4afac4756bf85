import type { Ctx } from '../../context.ts'
import type { Level } from './queries.ts'

/** Clients of versions with sections see collections of the first level only: nested ones are sections there. */
export const levelOf = (ctx: Pick<Ctx, 'has'>): Level => (ctx.has('NestCollections') ? 'any' : 'top')
