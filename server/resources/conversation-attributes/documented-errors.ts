import type { Ground } from '../../test/documented-errors/ground.ts'
import { row, rows, type ErrorRow } from '../../test/documented-errors/row.ts'

const NOTHING = '/conversations/attributes/999999999'

const NO_OPTION = '00000000-0000-4000-8000-000000000000'

const OPTION = { label: 'High' }

/** On a list's options, and on one of them. */
const list = async ({ newConversationAttribute }: Ground) => `${(await newConversationAttribute()).path}/options`

const option = async ({ newConversationAttribute }: Ground) => {
  const { path, options } = await newConversationAttribute()
  return `${path}/options/${options[0]}`
}

const text = async ({ newConversationAttribute }: Ground) =>
  `${(await newConversationAttribute({ data_type: 'string' })).path}/options`

/** Errors of the body that adds an option hold for the body that renames it as well. */
const refusedBody = (message: string, body: object): ErrorRow[] =>
  rows(422, 'parameter_invalid', message, {
    'POST /conversations/attributes/{}/options': async (ground) => [await list(ground), body],
    'PUT /conversations/attributes/{}/options/{}': async (ground) => [await option(ground), body],
  })

export default [
  ...rows(404, 'conversation_attribute_not_found', 'Conversation attribute not found', {
    'GET /conversations/attributes/{}': () => [NOTHING],
    'PUT /conversations/attributes/{}': () => [NOTHING, { name: 'Nothing' }],
    'DELETE /conversations/attributes/{}': () => [NOTHING],
    'POST /conversations/attributes/{}/options': () => [`${NOTHING}/options`, OPTION],
    'PUT /conversations/attributes/{}/options/{}': () => [`${NOTHING}/options/${NO_OPTION}`, OPTION],
    'DELETE /conversations/attributes/{}/options/{}': () => [`${NOTHING}/options/${NO_OPTION}`],
  }),
  ...rows(404, 'conversation_attribute_not_found', 'List option not found', {
    'PUT /conversations/attributes/{}/options/{}': async (ground) => [`${await list(ground)}/${NO_OPTION}`, OPTION],
    'DELETE /conversations/attributes/{}/options/{}': async (ground) => [`${await list(ground)}/${NO_OPTION}`],
  }),
  row(
    'POST /conversations/attributes',
    422,
    'parameter_invalid',
    "data_type 'invalid_type' is not valid. Allowed types: string, integer, list, decimal, boolean, datetime, relationship, files",
    () => ['/conversations/attributes', { name: 'strange', data_type: 'invalid_type' }],
  ),
  ...rows(422, 'parameter_invalid', 'Options can only be managed on list attributes', {
    'POST /conversations/attributes/{}/options': async (ground) => [await text(ground), OPTION],
    'PUT /conversations/attributes/{}/options/{}': async (ground) => [`${await text(ground)}/${NO_OPTION}`, OPTION],
    'DELETE /conversations/attributes/{}/options/{}': async (ground) => [`${await text(ground)}/${NO_OPTION}`],
  }),
  ...refusedBody('label is required', {}),
  ...refusedBody('label must be a string', { label: 7 }),
  ...refusedBody("only 'label' is accepted", { label: 'High', archived: true }),
  row(
    'DELETE /conversations/attributes/{}/options/{}',
    422,
    'parameter_invalid',
    'A list attribute must have at least 2 active options',
    async (ground) => [await option(ground)],
  ),
] satisfies ErrorRow[]
