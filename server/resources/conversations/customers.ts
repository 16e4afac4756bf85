/** The contacts of a conversation, as attaching and detaching one answer them. */
import type { Static } from 'typebox'
import Type from 'typebox'
import { Id, model } from '../../schema/types.ts'

export const Customers = Type.Object({
  customers: Type.Array(model('customer', { type: Type.Enum(['user', 'lead']), id: Id })),
})

export const presentCustomers = (rows: { id: string; role: string }[]): Static<typeof Customers> => ({
  customers: rows.map(({ id, role }) => ({ type: role === 'user' ? 'user' : 'lead', id })),
})
