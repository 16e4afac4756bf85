/** The contacts of a conversation, as attaching and detaching one answer them. */
import type { Static } from 'typebox'
import Type from 'typebox'
import { described, IdOf, model } from '../../schema/types.ts'

export const Customers = Type.Object({
  customers: described(
    Type.Array(
      model('customer', {
        type: described(Type.Enum(['user', 'lead']), 'The role of the contact.'),
        id: IdOf('contact'),
      }),
    ),
    'All contacts who take part.',
  ),
})

export const presentCustomers = (rows: { id: string; role: string }[]): Static<typeof Customers> => ({
  customers: rows.map(({ id, role }) => ({ type: role === 'user' ? 'user' : 'lead', id })),
})
