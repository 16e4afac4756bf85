/** A contact that a message goes to, as requests name it. */
import Type from 'typebox'
import { described, IdInput } from './types.ts'

export const Recipient = Type.Object(
  {
    type: Type.Optional(
      Type.Enum(['user', 'lead', 'contact'], { description: 'The kind of contact; any kind is found.' }),
    ),
    id: described(Type.Optional(IdInput), 'The id of the contact.'),
    user_id: described(Type.Optional(IdInput), 'The external id of the contact, in place of its id.'),
    phone: described(
      Type.Optional(IdInput),
      'The number with its country code that a WhatsApp message goes to, in place of the id.',
    ),
    name: Type.Optional(Type.String({ maxLength: 255, description: 'The name of a new contact with that number.' })),
    email: Type.Optional(
      Type.String({ maxLength: 255, description: 'The e-mail of the contact, in place of its id.' }),
    ),
  },
  { description: 'A contact, named by id, external id or e-mail.' },
)
