/** The members of a team, and their priorities, as a client requests them. */
import { parameterInvalid } from '../../http/errors.ts'
import { numberId } from '../../ids.ts'
import { isBalanced, type Member, type TeamRow } from './team.ts'

export const MAX_MEMBERS = 1000

/** @throws 400 parameter_invalid */
export function readAdminIds(ids: unknown[]): number[] {
  if (ids.length === 0) throw parameterInvalid('admin_ids must contain at least one admin id')
  if (ids.length > MAX_MEMBERS) throw parameterInvalid(`admin_ids must not contain more than ${MAX_MEMBERS} admin ids`)
  return readIds(ids, 'admin_ids')
}

/** The value of `admin_priority_level`; null without priorities. */
export interface AskedLevels {
  primary_admin_ids?: unknown[] | null
  secondary_admin_ids?: unknown[] | null
}

type Levels = Map<number, 'primary' | 'secondary'>

/** @throws 400 parameter_invalid */
export function readLevels(asked: AskedLevels | null | undefined): Levels {
  const primary = readIds(asked?.primary_admin_ids ?? [], 'primary_admin_ids')
  const secondary = readIds(asked?.secondary_admin_ids ?? [], 'secondary_admin_ids')
  const twice = secondary.find((id) => primary.includes(id))
  if (twice !== undefined) throw parameterInvalid(`admin_priority_level gives ${twice} more than one priority level`)
  return new Map([
    ...primary.map((id) => [id, 'primary'] as const),
    ...secondary.map((id) => [id, 'secondary'] as const),
  ])
}

/** @throws 400 parameter_invalid */
export function readIds(ids: unknown[], name: string): number[] {
  const numbers = ids.map((id) => (typeof id === 'string' || typeof id === 'number' ? numberId(id) : undefined))
  if (numbers.includes(undefined)) throw parameterInvalid(`${name} must contain only numeric admin ids`)
  return [...new Set(numbers as number[])]
}

/**
 * A member that no level names keeps its level; a new one is primary. A level for somebody whom the same request
 * removes counts for nothing.
 * @throws 400 parameter_invalid
 */
export function membersAfter(
  team: Pick<TeamRow, 'members' | 'distribution_method'>,
  adminIds: number[],
  levels: Levels,
): Member[] {
  const before = new Map(team.members.map((member) => [member.admin_id, member.priority]))
  for (const [id, level] of levels) {
    if (!before.has(id) && !adminIds.includes(id))
      throw parameterInvalid(`admin_priority_level names ${id}, which is on neither the team nor admin_ids`)
    if (level === 'secondary' && !isBalanced(team))
      throw parameterInvalid('secondary_admin_ids can only be set on a team whose distribution_method is load_balanced')
  }
  return adminIds.map((admin_id) => ({
    admin_id,
    priority: levels.get(admin_id) ?? (before.has(admin_id) ? before.get(admin_id)! : 'primary'),
  }))
}
