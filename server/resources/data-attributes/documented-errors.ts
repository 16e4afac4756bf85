import type { Ground } from '../../test/documented-errors/ground.ts'
import { row, rows, type ErrorRow } from '../../test/documented-errors/row.ts'

const PATH = '/data_attributes'

const TOO_FEW = 'You must have at least two options on a list type data attribute'

const ringTaken = (data: string) =>
  `You already have 'The One Ring' in your company data. To save this as new ${data} data, use a different name.`

/** The first row that needs it makes it. */
async function forgeRing({ newest }: Ground): Promise<void> {
  await newest.post(PATH, { name: 'The One Ring', model: 'company', data_type: 'string' })
}

async function newAttribute({ newest, number }: Ground): Promise<{ path: string; name: string }> {
  const name = `attribute ${number()}`
  const { body } = await newest.post(PATH, { name, model: 'contact', data_type: 'string' })
  return { path: `${PATH}/${body.id}`, name }
}

export default [
  row(
    'GET /data_attributes',
    422,
    'parameter_invalid',
    'model=conversation is no longer supported. Use GET /conversations/attributes instead',
    () => [`${PATH}?model=conversation`],
    { since: '2.16' },
  ),
  row('POST /data_attributes', 400, 'parameter_invalid', ringTaken('people'), async (ground) => {
    await forgeRing(ground)
    return [PATH, { name: 'The One Ring', model: 'contact', data_type: 'integer' }]
  }),
  row('POST /data_attributes', 400, 'parameter_invalid', ringTaken('company'), async (ground) => {
    await forgeRing(ground)
    return [PATH, { name: 'The One Ring', model: 'company', data_type: 'string' }]
  }),
  row(
    'POST /data_attributes',
    400,
    'parameter_invalid',
    'Your name for this attribute must only contain alphanumeric characters, currency symbols, and hyphens',
    () => [PATH, { name: '!nv@l!d n@me', model: 'company', data_type: 'string' }],
  ),
  row('POST /data_attributes', 400, 'parameter_invalid', "Data Type isn't an option", () => [
    PATH,
    { name: 'The Second Ring', model: 'company', data_type: 'mithril' },
  ]),
  row(
    'POST /data_attributes',
    400,
    'parameter_invalid',
    'The Data Attribute model field must be either contact or company',
    () => [PATH, { description: 'Just a plain old ring', options: [{ value: '1-10' }], archived: false }],
  ),
  row(
    'POST /data_attributes',
    400,
    'parameter_invalid',
    "'Name' is one of our standard attributes for your people data. To save this as new people data, use a different name.",
    () => [PATH, { name: 'Name', model: 'contact', data_type: 'string' }],
  ),
  ...rows(400, 'parameter_invalid', TOO_FEW, {
    'POST /data_attributes': () => [
      PATH,
      { name: 'short', model: 'contact', data_type: 'string', options: [{ value: '1-10' }] },
    ],
    'PUT /data_attributes/{}': async (ground) => [(await newAttribute(ground)).path, { options: [{ value: '1-10' }] }],
  }),
  row('PUT /data_attributes/{}', 400, 'parameter_invalid', "Options isn't an array", async (ground) => [
    (await newAttribute(ground)).path,
    { description: 'Too few options', options: { value: '1-10' }, archived: false },
  ]),
  row('PUT /data_attributes/{}', 404, 'field_not_found', "We couldn't find that data attribute to update", () => [
    `${PATH}/999999999`,
    { description: 'Just a plain old ring', archived: false },
  ]),
  row(
    'PUT /data_attributes/{}',
    422,
    'data_invalid',
    'The Data Attribute you are trying to archive has a dependant object',
    async (ground) => {
      const { path, name } = await newAttribute(ground)
      await ground.newSegment('asks', { field: `custom_attributes.${name}`, operator: '=', value: 'x' })
      return [path, { archived: true }]
    },
  ),
] satisfies ErrorRow[]
