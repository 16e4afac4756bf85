/**
 * Reads a conversation whole, as an answer or an event shows it: two queries, one more where it
 * belongs to a company.
 */
import type { Static } from 'typebox'
import Type from 'typebox'
import type { Ctx } from '../../context.ts'
import { bodyToText } from '../../html.ts'
import { notFound } from '../../http/errors.ts'
import { numberId } from '../../ids.ts'
import { presentCompany, type CompanyRow } from '../companies/company.ts'
import { listCompaniesByIds } from '../companies/queries.ts'
import { listParts, type PartFilter } from '../../threads/queries.ts'
import type { PartRow } from '../../threads/thread.ts'
import { withObjects } from '../custom-objects/references.ts'
import { presentConversation, type ConversationWire } from './conversation.ts'
import { getConversation } from './queries.ts'
import type { ConversationRow } from './row.ts'

/** The form of bodies. */
export const DisplayQuery = Type.Object({ display_as: Type.Optional(Type.Enum(['plaintext', 'html'])) })
type Display = Static<typeof DisplayQuery>

export type WholeConversation = ConversationWire & Required<Pick<ConversationWire, 'conversation_parts'>>

/** @throws 404 not_found */
export async function readConversation(
  ctx: Ctx,
  id: string | number,
  asked: Display = {},
  filter?: PartFilter,
): Promise<WholeConversation> {
  const number = numberId(id)
  if (number === undefined) throw notFound('conversation')
  const [stored, parts] = await Promise.all([
    getConversation(ctx.db, ctx.workspaceId, number),
    listParts(ctx.db, ctx.workspaceId, number, filter),
  ])
  const row = await withObjects(ctx, stored)
  const company = (await companiesOf(ctx, [row])).get(row.company_id)
  const shown = company ? presentCompany(ctx.workspace, company) : null
  const whole = presentConversation(row, shown, {
    rows: parts,
    // The total of filtered parts counts the shown ones only.
    total: filter ? parts.length : totalOf(row, parts),
  })
  return display(whole as WholeConversation, asked)
}

/** The thread counts its source with its parts. */
const totalOf = (row: ConversationRow, parts: PartRow[]) => Math.max(parts.length, row.count_conversation_parts - 1)

/** The companies that conversations belong to, by id. */
export async function companiesOf(ctx: Ctx, rows: ConversationRow[]): Promise<Map<string | null, CompanyRow>> {
  const ids = [...new Set(rows.flatMap(({ company_id }) => company_id ?? []))]
  if (ids.length === 0) return new Map()
  const companies = await listCompaniesByIds(ctx.db, ctx.workspaceId, ids, ctx.now)
  return new Map(companies.map((company) => [company.id, company]))
}

/** The conversation as an event tells of it: with the parts that made it. */
export function withParts(whole: WholeConversation, ids: number[]): WholeConversation {
  const conversation_parts = whole.conversation_parts.conversation_parts.filter(({ id }) => ids.includes(Number(id)))
  return {
    ...whole,
    conversation_parts: { type: 'conversation_part.list', conversation_parts, total_count: conversation_parts.length },
  }
}

/** Bodies and the subject as they were asked for. The conversation given stays as it is: an event may hold it. */
export function display(whole: WholeConversation, { display_as }: Display): WholeConversation {
  if (display_as !== 'plaintext') return whole
  const { source, conversation_parts: parts } = whole
  return {
    ...whole,
    source: source && { ...source, subject: bodyToText(source.subject), body: asText(source.body) },
    conversation_parts: {
      ...parts,
      conversation_parts: parts.conversation_parts.map((part) => ({ ...part, body: asText(part.body) })),
    },
  }
}

const asText = (body: string | null) => body && bodyToText(body)
