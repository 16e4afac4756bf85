/** A contact that a message goes to, as requests name it. */
import Type from 'typebox'

export const Recipient = Type.Object(
  {
    type: Type.Optional(
      Type.Enum(['user', 'lead', 'contact'], { description: 'The kind of contact; any kind is found.' }),
    ),
    id: Type.Optional(
      Type.Unsafe<string | number>({
        type: ['string', 'integer'],
        maxLength: 255,
        description: 'The id of the contact.',
      }),
    ),
    user_id: Type.Optional(
      Type.Unsafe<string | number>({
        type: ['string', 'integer'],
        maxLength: 255,
        description: 'The external id of the contact, in place of its id.',
      }),
    ),
    phone: Type.Optional(
      Type.Unsafe<string | number>({
        type: ['string', 'integer'],
        maxLength: 255,
        description: 'The number with its country code that a WhatsApp message goes to, in place of the id.',
      }),
    ),
    name: Type.Optional(Type.String({ maxLength: 255, description: 'The name of a new contact with that number.' })),
    email: Type.Optional(
      Type.String({ maxLength: 255, description: 'The e-mail of the contact, in place of its id.' }),
    ),
  },
  { description: 'A contact, named by id, external id or e-mail.' },
)
