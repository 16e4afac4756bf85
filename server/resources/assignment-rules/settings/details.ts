/** Properties of an assignment rule in requests, and their stored form. */
import type { Static } from 'typebox'
import Type from 'typebox'
import type { Ctx } from '../../../context.ts'
import { notFound } from '../../../http/errors.ts'
import { given, readText } from '../../../http/given.ts'
import { described, IdInput, Text } from '../../../schema/types.ts'
import { findAssignee } from '../../../threads/assignee-queries.ts'
import { Conditions } from '../assignment-rule.ts'
import { checkCondition } from '../../conversations/conditions.ts'

const AssignTo = described(
  Type.Object({
    type: described(Type.Enum(['admin', 'team']), 'The kind of assignee.'),
    id: described(IdInput, 'The id of the admin or the team.'),
  }),
  'The admin or the team that gets the conversations.',
)

const details = {
  conditions: Type.Optional(Conditions),
  active: Type.Optional(Type.Boolean({ description: 'False to skip the rule for now.' })),
  position: Type.Optional(
    Type.Integer({
      minimum: 1,
      maximum: 1_000_000,
      description: 'The place among all rules, from 1; a number beyond the last means the last.',
    }),
  ),
}

export const NewAssignmentRule = Type.Object({
  name: described(Text(), 'The name.'),
  assign_to: AssignTo,
  ...details,
})
export const AssignmentRuleDetails = Type.Object({
  name: described(Type.Optional(Text()), 'The name.'),
  assign_to: Type.Optional(AssignTo),
  ...details,
})

/** @throws 400 parameter_invalid, or as a search would for its conditions; 404 assignee_not_found */
export async function columnsOf(ctx: Ctx, body: Static<typeof AssignmentRuleDetails>) {
  const { name, assign_to, conditions, active } = body
  if (conditions !== undefined) checkCondition(ctx, 'conditions', conditions)
  return given({
    name: name === undefined ? undefined : readText('name', name),
    conditions,
    active,
    ...(assign_to && (await readAssignee(ctx, assign_to))),
  })
}

async function readAssignee({ db, workspaceId }: Ctx, { type, id }: Static<typeof AssignTo>) {
  const found = await findAssignee(db, workspaceId, type, id)
  if (found === undefined) throw notFound('assignee')
  return type === 'team' ? { team_id: found, admin_id: null } : { team_id: null, admin_id: found }
}
