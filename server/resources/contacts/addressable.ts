/** Lists of a contact as the contact shows them: the addresses of the first ten items, and their number. */
import type { Static } from 'typebox'
import Type from 'typebox'
import { Id, model } from '../../schema/types.ts'

const SHOWN = 10

const PATHS = { tag: '/tags/', note: '/notes/', company: '/companies/', subscription: '/subscriptions/' }

export const AddressableList = model('addressable_list', {
  type: Type.Literal('list'),
  data: Type.Array(Type.Object({ id: Id, type: Type.String(), url: Type.String() })),
  url: Type.String(),
  total_count: Type.Integer(),
  has_more: Type.Boolean(),
})

export function addressable(
  type: keyof typeof PATHS,
  ids: (string | number)[],
  url: string,
): Static<typeof AddressableList> {
  const data = ids.slice(0, SHOWN).map((id) => ({ id: String(id), type, url: `${PATHS[type]}${id}` }))
  return { type: 'list', data, url, total_count: ids.length, has_more: ids.length > SHOWN }
}
