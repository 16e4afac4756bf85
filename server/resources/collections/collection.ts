/** The collection on the wire, and the section that older versions see in a nested one. Key order: captured answers. */
import type { Static } from 'typebox'
import Type from 'typebox'
import { unix } from '../../clock.ts'
import type { Ctx } from '../../context.ts'
import { inEachLocale } from '../../schema/locales.ts'
import { CreatedAt, described, Id, IdOf, model, Nullable, UpdatedAt } from '../../schema/types.ts'
import { collectionAddress } from '../help-centers/addresses.ts'
import { helpCenterUrl } from '../help-centers/help-center.ts'
import type { CollectionRow } from './queries.ts'

const GroupContent = model('group_content', {
  type: described(Nullable(Type.Literal('group_content')), 'The kind of object.'),
  name: described(Type.String(), 'The name.'),
  description: described(Type.String(), 'A sentence on what it holds.'),
})

const GroupTranslatedContent = model('group_translated_content', {
  type: described(Nullable(Type.Literal('group_translated_content')), 'The kind of object.'),
  ...inEachLocale(Nullable(GroupContent), 'The name and the description'),
})

const shared = {
  id: IdOf('collection'),
  workspace_id: described(Id, 'The id of the workspace.'),
  name: described(Type.String(), 'The name.'),
  url: described(Nullable(Type.String()), 'Its address on the help center; null while the site is off.'),
  order: described(Type.Integer(), 'Its place among its neighbours, from 0.'),
  created_at: CreatedAt('collection'),
  updated_at: UpdatedAt('collection'),
}

const translations = {
  default_locale: described(
    Type.Optional(Type.String()),
    'The default language. Absent in workspaces with one language.',
  ),
  translated_content: described(
    Type.Optional(Nullable(GroupTranslatedContent)),
    'Name and description in each language. Absent in workspaces with one language.',
  ),
}

const icon = described(Nullable(Type.String()), 'The name of its icon.')

export const Collection = model('collection', {
  type: described(Type.Literal('collection'), 'The kind of object.'),
  ...shared,
  description: described(Nullable(Type.String()), 'A sentence on what it holds.'),
  icon,
  parent_id: described(Nullable(Type.String()), 'The collection that it stands in; null on the first level.'),
  help_center_id: described(Nullable(Type.Integer()), 'The help center that it is in.'),
  ...translations,
})

export const Section = model('section', {
  type: described(Type.Literal('section'), 'The kind of object.'),
  ...shared,
  icon,
  parent_id: described(Type.Integer(), 'The collection that it stands in.'),
  ...translations,
})

type Place = Pick<Ctx, 'workspace' | 'addressOf'>

export function presentCollection(place: Place, row: CollectionRow): Static<typeof Collection> {
  return {
    type: 'collection',
    ...presentShared(place, row),
    description: mainName(row).description,
    icon: row.icon,
    parent_id: row.parent_id === null ? null : String(row.parent_id),
    help_center_id: row.help_center_id,
    ...presentTranslations(row),
  }
}

export const presentSection = (place: Place, row: CollectionRow): Static<typeof Section> => ({
  type: 'section',
  ...presentShared(place, row),
  icon: row.icon,
  parent_id: row.parent_id!,
  ...presentTranslations(row),
})

/** Name and description in the default language; the name of another where it has none. */
function mainName({ names, locales }: CollectionRow) {
  const main = names.find(({ locale }) => locale === locales[0])
  const named = main?.name ? main : names.find(({ name }) => name !== '')
  return { name: named?.name ?? '', description: (main ?? named)?.description ?? null }
}

function presentShared(place: Place, row: CollectionRow) {
  const { name } = mainName(row)
  const { website_turned_on } = row.help_center
  const url = collectionAddress(helpCenterUrl(place, row.help_center), row.locales[0]!, { id: row.id, name })
  return {
    id: String(row.id),
    workspace_id: place.workspace.app_id,
    name,
    url: website_turned_on ? url : null,
    order: row.place,
    created_at: unix(row.created_at),
    updated_at: unix(row.updated_at),
  }
}

function presentTranslations(row: CollectionRow) {
  const { names, locales } = row
  const isMultilingual = locales.length > 1 || names.some(({ locale }) => locale !== locales[0])
  if (!isMultilingual) return {}
  return {
    default_locale: locales[0]!,
    translated_content: {
      type: 'group_translated_content' as const,
      ...Object.fromEntries(
        names.map(({ locale, name, description }) => [
          locale,
          { type: 'group_content' as const, name: name || mainName(row).name, description: description ?? '' },
        ]),
      ),
    },
  }
}
