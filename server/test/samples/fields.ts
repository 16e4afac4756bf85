/** Fields of bodies whose names sound like something that has a form of its own. */
import type { Operation } from '../../http/operation.ts'

const SOUNDS =
  /^(email|phone|url|website|avatar|image_url|metadata|monthly_spend|size|amount|price)$|_url$|_urls$|_at$|_until$/

export const fieldsOf = (operation: Operation): string[] =>
  operation.body ? [...new Set(find(['body'], JSON.parse(JSON.stringify(operation.body))))] : []

function find(path: string[], schema: any): string[] {
  const name = path.at(-1) === '0' ? path.at(-2)! : path.at(-1)!
  const whole =
    SOUNDS.test(name) &&
    !schema.anyOf &&
    !schema.properties &&
    !schema.items &&
    schema.type !== 'null' &&
    schema.type !== 'boolean'
  return [
    ...(whole ? [path.join('.')] : []),
    ...Object.entries(schema.properties ?? {}).flatMap(([key, child]) => find([...path, key], child)),
    ...(schema.anyOf ?? []).flatMap((child: unknown) => find(path, child)),
    ...(schema.items ? find([...path, '0'], schema.items) : []),
  ]
}

/** Fields that sound like one and are none, with the reason. */
export const told: { at: RegExp; reason: string }[] = [
  {
    at: /hitl_events body\.events\.0\.happened_at$/,
    reason: 'stands in the order of the steps: resources/hitl-events',
  },
  { at: /body\.(from|customer|visitor|user)\.email$/, reason: 'looks a contact up' },
  { at: /^POST \/(events|conversations\/\{\}\/(reply|customers)) body\.email$/, reason: 'looks a contact up' },
  {
    at: /^(POST|PUT) \/articles\S* body\.scheduled_(un)?publish_at$/,
    reason: 'comes as text in ISO 8601: resources/articles',
  },
  { at: /stream_tokens(\/revoke)? body\.email$/, reason: 'looks a contact up' },
  {
    at: /redirects body\.from_url$/,
    reason: 'must be of the site of the help center: resources/help-centers/redirects/redirects.test.ts',
  },
  { at: /^POST \/tickets\/\{\}\/reply body\.email$/, reason: 'looks a contact up' },
  { at: /^POST \/messages body\.(to|cc|bcc)(\.0)?\.(email|phone)$/, reason: 'looks a contact up, or names a new one' },
  { at: /^POST \/tickets\/enqueue body\.contacts\.0\.email$/, reason: 'is looked at when the job runs' },
  {
    at: /contacts\S* body\.avatar(\.image_url)?$/,
    reason: 'is kept as it is: findings A15 says in which forms it comes',
  },
  {
    at: /phone_call_redirects body\.phone$/,
    reason: 'is refused in a form of its own: resources/phone-switches/create.test.ts',
  },
  {
    at: /data_connectors\S* body\.url$/,
    reason: 'is a template, which is refused with 422: resources/data-connectors/templates.test.ts',
  },
  {
    at: /^POST \/fin\/\w+ body\.attachments\.0\.url$/,
    reason: 'is read of attachments of the type `url` only: resources/fin/attachments.test.ts',
  },
  { at: /help_centers\S* body\.logo(_dark)?_url$/, reason: 'is read with code: help-centers/settings/look.test.ts' },
  { at: /news_items\S* body\.cover_image_url$/, reason: 'must be a picture: resources/news-items/news-items.test.ts' },
  { at: /auth_tokens body\.oauth\.token_url$/, reason: 'must be https: resources/auth-tokens/auth-tokens.test.ts' },
  { at: /companies\S* body\.website$/, reason: 'is kept as it is: many have no scheme' },
]

/** Other properties that the body needs for the field to be read. */
export const beside = (key: string, field: string): Record<string, unknown> => {
  // An id beside it would be taken in its place.
  if (field.endsWith('contacts.0.email')) return { contacts: [{}] }
  if (field.endsWith('action.tour_url')) return { action: { type: 'product_tour', tour_id: 'one' } }
  if (field.endsWith('attachment_urls.0')) return { attachment_files: undefined, reply_options: undefined }
  if (field.endsWith('snoozed_until') && key.startsWith('POST /conversations'))
    return { type: 'admin', message_type: 'snoozed', assignee_id: undefined, reply_options: undefined }
  return {}
}
