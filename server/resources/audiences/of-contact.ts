/** The audiences that a contact is in now. They open content to it. */
import type { Ctx } from '../../context.ts'
import type { AudiencesRow } from '../../db/types/audiences.ts'
import { compiledOrNone, testRow } from '../../search/row-conditions.ts'
import { conditionOf } from './membership.ts'
import type { Predicates } from './predicates.ts'

export async function audiencesOf(ctx: Ctx, contactId: string): Promise<number[]> {
  const { db, workspaceId } = ctx
  const audiences = await db<Pick<AudiencesRow, 'id' | 'predicates' | 'role_predicates'>[]>`
    select id, predicates, role_predicates from audiences where workspace_id = ${workspaceId} order by id`
  const conditions = await Promise.all(
    audiences.map((audience) => compiledOrNone(() => conditionOf(ctx, audience as Predicates))),
  )
  const matches = await testRow(db, workspaceId, 'contacts', contactId, conditions)
  return audiences.filter((_, at) => matches[at]).map(({ id }) => id)
}
