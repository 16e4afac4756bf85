import type { Ground } from '../../test/documented-errors/ground.ts'
import { row, rows, type ErrorRow } from '../../test/documented-errors/row.ts'

const NOWHERE = '/help_center/help_centers/123/redirects'

/** The path of a help center's redirects, and a body that makes one. */
async function newRedirect({ given, another }: Ground): Promise<[string, Record<string, unknown>]> {
  const { help_center_id, from_url, ...target } = await another('a redirect')
  const { url } = await given('a help center')
  return [`/help_center/help_centers/${help_center_id}/redirects`, { ...target, from_url: from_url ?? url }]
}

const OUTSIDE = "from_url must be an absolute URL within this help center's URL space"

export default [
  ...rows(404, 'not_found', 'Resource Not Found', {
    'GET /help_center/help_centers/{}': () => ['/help_center/help_centers/123'],
  }),
  ...rows(404, 'not_found', 'Resource not found', {
    'GET /help_center/help_centers/{}/redirects': () => [NOWHERE],
    'POST /help_center/help_centers/{}/redirects': async (ground) => [NOWHERE, (await newRedirect(ground))[1]],
    'GET /help_center/help_centers/{}/redirects/{}': async (ground) => [`${(await newRedirect(ground))[0]}/123`],
    'DELETE /help_center/help_centers/{}/redirects/{}': async (ground) => [`${(await newRedirect(ground))[0]}/123`],
  }),
  row(
    'POST /help_center/help_centers/{}/redirects',
    400,
    'parameter_not_found',
    'from_url is required',
    async (ground) => {
      const [path, { from_url: _, ...body }] = await newRedirect(ground)
      return [path, body]
    },
  ),
  row(
    'POST /help_center/help_centers/{}/redirects',
    400,
    'parameter_invalid',
    "target_type must be 'article' or 'collection'",
    async (ground) => {
      const [path, body] = await newRedirect(ground)
      return [path, { ...body, target_type: 'page' }]
    },
  ),
  row(
    'POST /help_center/help_centers/{}/redirects',
    409,
    'resource_conflict',
    'A redirect with that URL already exists',
    newRedirect,
  ),
  row('POST /help_center/help_centers/{}/redirects', 422, 'data_invalid', OUTSIDE, async (ground) => {
    const [path, body] = await newRedirect(ground)
    return [path, { ...body, from_url: 'https://example.com/elsewhere' }]
  }),
] satisfies ErrorRow[]
