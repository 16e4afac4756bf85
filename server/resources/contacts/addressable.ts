/** Lists of a contact as the contact shows them: the addresses of the first ten items, and their number. */
import type { Static } from 'typebox'
import Type from 'typebox'
import { flatText } from '../../flat-text.ts'
import { described, Id, model } from '../../schema/types.ts'

const SHOWN = 10

const PATHS = { tag: '/tags/', note: '/notes/', company: '/companies/', subscription: '/subscriptions/' }

export const AddressableList = model('addressable_list', {
  type: Type.Literal('list'),
  data: described(
    Type.Array(
      Type.Object({
        id: described(Id, 'The id of the object.'),
        type: described(Type.String(), 'The kind of object that the address leads to.'),
        url: described(Type.String(), 'The path under which the object is read.'),
      }),
    ),
    'The first ten.',
  ),
  url: described(Type.String(), 'The path of the whole list.'),
  total_count: described(Type.Integer(), 'The number of items of the whole list.'),
  has_more: described(Type.Boolean(), 'True if there are more than `data` shows.'),
})

export function addressable(
  type: keyof typeof PATHS,
  ids: (string | number)[],
  url: string,
): Static<typeof AddressableList> {
  const data = ids.slice(0, SHOWN).map((id) => ({ id: String(id), type, url: flatText(PATHS[type], id) }))
  return { type: 'list', data, url, total_count: ids.length, has_more: ids.length > SHOWN }
}
