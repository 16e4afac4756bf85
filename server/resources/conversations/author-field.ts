/**
 * `source.author.name` and `source.author.email`: what a contact or an admin is called now. A
 * trigger notes who is called otherwise, so that the index of what they wrote learns of it.
 */
import { fragment, type Fragment } from '../../db/pool.ts'
import type { FieldDefinition } from '../../search/fields.ts'
import { string } from '../../search/string-field.ts'

/** @param column of contacts and of admins, as `author.name` */
export const authorField = (column: Fragment): FieldDefinition =>
  string(fragment`(case when threads.source_contact_id is not null
    then (select ${column} from contacts author where author.workspace_id = threads.workspace_id and author.id = threads.source_contact_id)
    else (select ${column} from admins author where author.workspace_id = threads.workspace_id and author.id = threads.source_admin_id)
  end)`)
