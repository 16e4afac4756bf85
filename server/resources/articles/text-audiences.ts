import type { Ctx } from '../../context.ts'
import { getAudienceIds } from '../audiences/content-audiences.ts'
import type { TextChange } from './text-input.ts'

/** The texts with audiences that exist, kept from being deleted until the transaction ends. @throws 404 parameter_invalid */
export async function withKnownAudiences(ctx: Ctx, texts: Map<string, TextChange>): Promise<Map<string, TextChange>> {
  const asked = [...new Set([...texts.values()].flatMap(({ audience_ids }) => audience_ids ?? []))]
  await getAudienceIds(ctx.db, ctx.workspaceId, asked)
  for (const text of texts.values())
    if (text.audience_ids) text.audience_ids = [...new Set(text.audience_ids)].toSorted((a, b) => a - b)
  return texts
}
