/** The item of webhooks about a tag that was added to a contact or removed. */
import Type from 'typebox'
import { unix } from '../../clock.ts'
import type { Ctx } from '../../context.ts'
import type { ContactsRow } from '../../db/types/contacts.ts'
import type { TagsRow } from '../../db/types/tags.ts'
import { model, Timestamp } from '../../schema/types.ts'
import { Contact, presentContact } from '../contacts/contact.ts'
import { TagBasic } from '../../schema/tag-basic.ts'
import { presentTag } from './tag.ts'

export const ContactTag = model('contact_tag', {
  type: Type.Literal('contact_tag'),
  created_at: Timestamp,
  tag: TagBasic,
  contact: Contact,
})

/** @param contacts as they are after it */
export function emitContactTag(ctx: Ctx, happened: 'created' | 'deleted', tag: TagsRow, contacts: ContactsRow[]): void {
  for (const row of contacts) {
    ctx.emit(`contact.${row.role === 'user' ? 'user' : 'lead'}.tag.${happened}`, {
      type: 'contact_tag',
      created_at: unix(ctx.now),
      tag: presentTag(tag),
      contact: presentContact(ctx.workspace, row),
    })
  }
}
