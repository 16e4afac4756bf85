/** The item of webhooks about a tag that was added to a contact or removed. */
import Type from 'typebox'
import type { Ctx } from '../../context.ts'
import type { ContactsRow } from '../../db/types/contacts.ts'
import type { TagsRow } from '../../db/types/tags.ts'
import { model } from '../../schema/types.ts'
import { DeliveredContact, presentDeliveredContact } from '../contacts/delivered-contact.ts'
import { TagBasic } from '../../schema/tag-basic.ts'
import { withObjectsOfAll } from '../custom-objects/references.ts'
import { presentTag } from './tag.ts'

export const ContactTag = model('delivered_contact_tag', {
  type: Type.Literal('contact_tag'),
  tag: TagBasic,
  contact: DeliveredContact,
})

/** @param contacts as they are after it */
export async function emitContactTag(
  ctx: Ctx,
  happened: 'created' | 'deleted',
  tag: TagsRow,
  contacts: ContactsRow[],
): Promise<void> {
  for (const row of await withObjectsOfAll(ctx, contacts)) {
    ctx.emit(`contact.${row.role === 'user' ? 'user' : 'lead'}.tag.${happened}`, {
      type: 'contact_tag',
      tag: presentTag(tag),
      contact: presentDeliveredContact(ctx.workspace, row),
    })
  }
}
