/** Tells of each contact that it leaves a company which is about to be deleted, as both are before it. */
import type { Ctx } from '../../context.ts'
import { flush } from '../../events/emit.ts'
import { listContactsAfter } from './attachment-queries.ts'
import { withObjectsOfAll } from '../custom-objects/references.ts'
import { presentDeliveredCompanyContact } from './delivered-company.ts'
import { getCompany } from './queries.ts'

/** Events are written in batches of this size, so that a large company is never in memory as a whole. */
const BATCH = 500

/** The company must be locked. */
export async function tellDetached(ctx: Ctx, companyId: string): Promise<void> {
  const company = await getCompany(ctx.db, ctx.workspaceId, companyId, ctx.now)
  for (let last = ''; ;) {
    const stored = await listContactsAfter(ctx.db, ctx.workspaceId, companyId, last, BATCH)
    const contacts = await withObjectsOfAll(ctx, stored)
    const events = contacts.map((contact) => ({
      topic: 'company.contact.detached',
      item: presentDeliveredCompanyContact(ctx.workspace, company, contact),
    }))
    await flush(ctx.db, ctx.workspaceId, ctx.now, { events, counts: new Map() })
    if (contacts.length < BATCH) return
    last = contacts.at(-1)!.id
  }
}
