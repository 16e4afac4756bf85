/**
 * `source.author.name` and `source.author.email`: what a contact or an admin is called now. Who is
 * called so is found first, and what they wrote then, each through an index.
 */
import { fragment, type Fragment } from '../../db/pool.ts'
import type { FieldDefinition, SearchContext } from '../../search/fields.ts'
import { notIndexed } from '../../search/index/indexed-field.ts'
import { string } from '../../search/string-field.ts'

/** @param column of contacts and of admins, as `author.name` */
export function authorField(column: Fragment): FieldDefinition {
  const called = string(column)
  return notIndexed({
    ...called,
    among: (values, context, negated) => writtenBy(called.among(values, context, negated), context),
    compare: (operator, value, context) => writtenBy(called.compare(operator, value, context), context),
    missing: fragment`${nameOf(column)} is null`,
    sort: { ...called.sort!, column: string(nameOf(column)).sort!.column },
  })
}

const writtenBy = (isCalled: Fragment, { workspaceId }: SearchContext) => fragment`threads.id in (
  select written.id from threads written
  where written.workspace_id = ${workspaceId} and written.source_contact_id = any(array(
    select author.id from contacts author where author.workspace_id = ${workspaceId} and ${isCalled}))
  union all
  select written.id from threads written
  where written.workspace_id = ${workspaceId} and written.source_contact_id is null and written.source_admin_id = any(array(
    select author.id from admins author where author.workspace_id = ${workspaceId} and ${isCalled})))`

const nameOf = (column: Fragment) => fragment`(case when threads.source_contact_id is not null
  then (select ${column} from contacts author where author.workspace_id = threads.workspace_id and author.id = threads.source_contact_id)
  else (select ${column} from admins author where author.workspace_id = threads.workspace_id and author.id = threads.source_admin_id)
end)`
