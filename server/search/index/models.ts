/** The lists that are indexed where they are large. */
import { fragment, type Db, type Fragment } from '../../db/pool.ts'
import { companySearch } from '../../resources/companies/search-fields.ts'
import { contactSearch } from '../../resources/contacts/search-fields.ts'
import { conversationSearch } from '../../resources/conversations/search-fields.ts'
import type { FieldDefinition, SearchFields } from '../fields.ts'
import { SORT_KEY_LENGTH } from '../string-field.ts'
import type { BuiltField } from './build.ts'
import { wordsOf } from './content.ts'

export type ModelName = 'contact' | 'company' | 'conversation'

export interface IndexedModel {
  name: ModelName
  table: Fragment
  search: SearchFields
  /** Which rows of the table are in the list. */
  listed: Fragment
  /** The order that a segment takes the rows in: of the list's own age, which every row has. */
  age: { field: string; column: Fragment }
}

export const MODELS: Record<ModelName, IndexedModel> = {
  contact: {
    name: 'contact',
    table: fragment`contacts`,
    search: contactSearch,
    listed: fragment`contacts.listed`,
    age: { field: 'created_at', column: fragment`contacts.created_at` },
  },
  company: {
    name: 'company',
    table: fragment`companies`,
    search: companySearch,
    listed: fragment`(companies.deleted_at is null and companies.user_count > 0)`,
    age: { field: 'created_at', column: fragment`companies.created_at` },
  },
  conversation: {
    name: 'conversation',
    table: fragment`threads`,
    search: conversationSearch,
    listed: fragment`threads.listed`,
    age: { field: 'created_at', column: fragment`threads.created_at` },
  },
}

export interface IndexedColumn extends BuiltField {
  value: Fragment
}

/** What is indexed of a model: its fields, and its custom attributes, those archived too, which may come back. */
export async function listColumns(
  db: Db,
  workspaceId: number,
  { name, search }: IndexedModel,
): Promise<IndexedColumn[]> {
  const attributes = await db<{ name: string; data_type: string }[]>`
    select name, data_type from data_attributes where workspace_id = ${workspaceId} and model = ${name} order by name`
  const context = { attributes: new Map(attributes.map((attribute) => [attribute.name, attribute])) }
  const custom = (search.patterns ?? []).flatMap(({ prefix, field }) =>
    attributes.flatMap((attribute) => columnOf(prefix + attribute.name, field(attribute.name, context))),
  )
  return [...Object.entries(search.fields).flatMap(([field, definition]) => columnOf(field, definition)), ...custom]
}

function columnOf(name: string, definition: FieldDefinition | undefined): IndexedColumn[] {
  const index = definition?.index
  if (!index?.value || index.kind === 'queries') return []
  const column = {
    name,
    kind: index.kind,
    ignoresCase: index.ignoresCase ?? false,
    sortedBy: definition?.sort?.type === 'string' ? SORT_KEY_LENGTH : undefined,
    isDictionary: false,
    value: index.value,
  }
  const { words } = index
  return words
    ? [column, { ...column, name: wordsOf(name), ignoresCase: true, isDictionary: true, value: words }]
    : [column]
}
