import Type from 'typebox'
import type { Ctx } from '../../../context.ts'
import { notFound } from '../../../http/errors.ts'
import { operation } from '../../../http/operation.ts'
import { described, IdInput, Nullable } from '../../../schema/types.ts'
import { changesBetween, MergePreview, presentObstacle, presentOutcome } from './merge-preview.ts'
import { obstacleTo, outcomeOf } from './merge-rules.ts'
import { countMoving, listCompanyNames } from './preview-queries.ts'
import { findContact } from '../queries.ts'
import { refuseTaken } from '../uniqueness.ts'

export const previewMerge = operation({
  method: 'POST',
  path: '/contacts/merge/preview',
  group: 'Contacts',
  summary: 'Preview a merge',
  description:
    'Says whether a lead may be merged into a user, and what of the user would change, without changing anything. ' +
    'Where another contact has the email that the user would learn, it answers 409 as the merge would.',
  body: described(
    Type.Object({
      from: described(Type.Optional(Nullable(IdInput)), 'The id of the contact that would be merged away.'),
      into: described(Type.Optional(Nullable(IdInput)), 'The id of the user that would stay.'),
      skip_duplicate_validation: described(
        Type.Optional(Type.Boolean()),
        'True to preview the merge even if the two share no email, phone or external id.',
      ),
    }),
    'The two contacts.',
  ),
  reply: MergePreview,
  answer: 'The effect of the merge if it is allowed, or else the reasons for refusing it.',
  refusals: { 409: 'Another contact has the email that the user would learn.' },
  atomic: 'statement',
  handle: async (ctx, { body }) => {
    const [lead, user] = await Promise.all([find(ctx, body.from), find(ctx, body.into)])
    const skips = body.skip_duplicate_validation === true
    const obstacle = obstacleTo(ctx, lead, user, { duplicatesOnly: !skips, skips })
    if (obstacle) return presentObstacle(obstacle)
    const { changes, claimed } = outcomeOf(lead, user)
    await refuseTaken(ctx.db, ctx.workspaceId, claimed)
    const [names, moving] = await Promise.all([
      listCompanyNames(ctx.db, ctx.workspaceId, [...lead.company_ids, ...user.company_ids]),
      countMoving(ctx.db, ctx.workspaceId, lead, user),
    ])
    const rows = { lead, before: user, after: { ...user, ...changes } }
    return presentOutcome(changesBetween(ctx.workspace, rows, names), moving)
  },
})

async function find(ctx: Ctx, id: string | number | null | undefined) {
  const row = await findContact(ctx.db, ctx.workspaceId, String(id ?? ''))
  if (!row) throw notFound('contact')
  return row
}
