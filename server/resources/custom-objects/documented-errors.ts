import { rows, type ErrorRow } from '../../test/documented-errors/row.ts'

const NOWHERE = '/custom_object_instances/Nothing'

async function newType({ newest, number }: any): Promise<string> {
  const identifier = `Kind${number()}`
  await newest.post('/parley/custom_object_types', { identifier, name: 'Kind' })
  return `/custom_object_instances/${identifier}`
}

export default [
  ...rows(404, 'not_found', 'Custom object type `Nothing` not found', {
    'POST /custom_object_instances/{}': () => [NOWHERE, { external_id: '1' }],
    'GET /custom_object_instances/{}': () => [`${NOWHERE}?external_id=1`],
  }),
  ...rows(404, 'not_found', 'Custom object instance not found', {
    'GET /custom_object_instances/{}': async (ground) => [`${await newType(ground)}?external_id=1`],
    'GET /custom_object_instances/{}/{}': async (ground) => [`${await newType(ground)}/1`],
    'DELETE /custom_object_instances/{}/{}': async (ground) => [`${await newType(ground)}/1`],
    'DELETE /custom_object_instances/{}': async (ground) => [`${await newType(ground)}?external_id=1`],
  }),
] satisfies ErrorRow[]
