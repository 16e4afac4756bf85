/** `source.author.name` and `source.author.email`: the present name and address of a contact or an admin. */
import { fragment, type Fragment } from '../../db/pool.ts'
import type { FieldDefinition } from '../../search/fields.ts'
import { string } from '../../search/string-field.ts'

/** @param column tables of contacts and of admins, as for `author.name` */
export const authorField = (column: Fragment): FieldDefinition =>
  string(fragment`(case when threads.source_contact_id is not null
    then (select ${column} from contacts author where author.workspace_id = threads.workspace_id and author.id = threads.source_contact_id)
    else (select ${column} from admins author where author.workspace_id = threads.workspace_id and author.id = threads.source_admin_id)
  end)`)

const plain = authorField(fragment`author.email`)
const email = string(fragment`author.email`)

/** Few people have one address: equality looks them up first. */
export const authorEmail: FieldDefinition = {
  ...plain,
  among: (values, context, negated) => {
    if (negated) return plain.among(values, context, negated)
    const idsOf = (people: Fragment) => fragment`array(select author.id from ${people} author
      where author.workspace_id = ${context.workspaceId} and ${email.among(values, context, negated)})`
    return fragment`(threads.source_contact_id = any(${idsOf(fragment`contacts`)})
      or (threads.source_contact_id is null and threads.source_admin_id = any(${idsOf(fragment`admins`)})))`
  },
}
