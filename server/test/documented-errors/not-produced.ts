/** Documented errors that Parley never answers, and why. */
export interface NotProduced {
  operations: RegExp
  status: number
  code: string
  message: RegExp
  reason: string
}

const ANY = /./
const ARTICLES = /\/articles\/{}\/(draft|versions)/
const OFFICE_HOURS = /\/office_hours_schedules/

export const NOT_PRODUCED: NotProduced[] = [
  {
    operations: /^POST \/ecommerce\/connectors\/{}\/catalog$/,
    status: 404,
    code: 'not_found',
    message: /^The catalog API is not available for this workspace\.$/,
    reason: 'There are no plans: catalogs are there for every workspace.',
  },
  {
    operations: /^POST \/ecommerce\/connectors\/{}\/catalog$/,
    status: 503,
    code: 'internal_error',
    message: /^Failed to store catalog$/,
    reason: 'The disk must be full for it: `catalog.test.ts` beside the operation makes it so.',
  },
  {
    operations: /\/custom_object_instances\//,
    status: 404,
    code: 'not_found',
    message: /^Object not found$/,
    reason: 'A missing custom object answers with the message that names it, which the same list of errors has.',
  },
  {
    operations: /\/custom_object_instances\//,
    status: 404,
    code: 'data_invalid',
    message: /^Integration not found$/,
    reason: 'Custom objects have no integrations: the error stands in a list that several groups share.',
  },
  {
    operations: /^GET \/macros/,
    status: 403,
    code: 'forbidden',
    message: /required scope \(read_conversations\)/,
    reason: 'An access token may do everything that the API can; there is no scope that it could lack.',
  },
  {
    operations: ANY,
    status: 403,
    code: 'api_plan_restricted',
    message: /^Active subscription needed\.$/,
    reason: 'A workspace of a server of your own has no plan and no subscription: it may do everything.',
  },
  {
    operations: /^GET \/export\/workflows\/{}$/,
    status: 403,
    code: 'api_plan_restricted',
    message: /^Workflow export is not available for this app$/,
    reason: 'The same: every workspace may export.',
  },
  {
    operations: /^PUT \/teams\/{}$/,
    status: 403,
    code: 'api_plan_restricted',
    message: /^Updating team memberships via the API is not available for this workspace$/,
    reason: 'The same: what the API can do is available for every workspace.',
  },
  {
    operations: /^PUT \/teams\/{}$/,
    status: 403,
    code: 'forbidden',
    message: /^You don't have permission to /,
    reason: 'An access token may do everything that the API can; there are no permissions that it could lack.',
  },
  {
    operations: /^(POST|DELETE) \/(articles|internal_articles|content_snippets)\/{}\/tags/,
    status: 403,
    code: 'forbidden',
    message: /^Not authorized to manage knowledge base content$/,
    reason: 'The same: an access token may do everything that the API can.',
  },
  {
    operations: /^DELETE \/content_snippets\/{}$/,
    status: 422,
    code: 'content_has_procedure_dependencies',
    message: /^Content snippet has dependent procedures and cannot be deleted$/,
    reason: 'No procedure can name a snippet.',
  },
  {
    operations: /^POST \/procedures\/{}\/collect_agent_input$/,
    status: 403,
    code: 'forbidden',
    message: /^Admin does not have access to this conversation$/,
    reason: 'The same: every admin has access to every conversation.',
  },
  {
    operations: /^PUT \/teams\/{}$/,
    status: 409,
    code: 'conflict',
    message: /so this one is partly applied/,
    reason: 'A write is one transaction: it is applied as a whole, or not at all.',
  },
  {
    operations: /^POST \/contacts\/bulk\/delete$/,
    status: 422,
    code: 'parameter_invalid',
    message: /^maximum number of contacts per request is 100$/,
    reason: 'Since 2.17 up to 1,000 are deleted at once; the description of Preview is of before that.',
  },
  {
    operations: /^(POST|DELETE) \/articles\/{}\/tags/,
    status: 403,
    code: 'forbidden',
    message: /^Not authorized to manage knowledge base content$/,
    reason: 'The same: there are no permissions that a token could lack.',
  },
  {
    operations: /^PUT \/admins\/{}\/away$/,
    status: 400,
    code: 'away_status_reason_mandatory',
    message: /^Away status reason is mandatory$/,
    reason: 'A workspace has no setting that makes reasons mandatory.',
  },
  {
    operations: /^GET \/teams\/{}\/metrics$/,
    status: 403,
    code: 'api_plan_restricted',
    message: /^Real-time monitoring is not enabled for your workspace\.$/,
    reason: 'There are no plans: the metrics are there for every workspace.',
  },
  {
    operations: /^POST \/conversations\/{}\/merge$/,
    status: 401,
    code: 'token_unauthorized',
    message: /^Not authorized to access resource$/,
    reason: 'A missing or invalid token is answered as in all other operations.',
  },
  {
    operations: /^POST \/conversations\/{}\/merge$/,
    status: 403,
    code: 'forbidden',
    message: /^Forbidden request$/,
    reason: 'Every access token may write conversations and tickets.',
  },
  {
    operations: /^GET \/conversations\/deleted$/,
    status: 400,
    code: 'intercom_version_invalid',
    message: /^Requested resource is not available in current API version\.$/,
    reason: 'Versions that have the operation serve it; others answer so, and none of them documents it.',
  },
  {
    operations: ARTICLES,
    status: 404,
    code: 'not_found',
    message: /^Custom object instance not found$/,
    reason: 'The descriptions refer to one answer for several nouns; articles have no custom objects.',
  },
  {
    operations: ARTICLES,
    status: 404,
    code: 'data_invalid',
    message: /^Integration not found$/,
    reason: 'The same: articles have no integrations.',
  },
  {
    operations: OFFICE_HOURS,
    status: 404,
    code: 'not_found',
    message: /^Custom object instance not found$/,
    reason: 'The descriptions refer to one answer for several nouns; office hours have no custom objects.',
  },
  {
    operations: OFFICE_HOURS,
    status: 404,
    code: 'data_invalid',
    message: /^Integration not found$/,
    reason: 'The same: office hours have no integrations.',
  },
  {
    operations: OFFICE_HOURS,
    status: 422,
    code: 'data_invalid',
    message: /^Invalid or duplicated record reference$/,
    reason: 'The same: office hours have no references to records. What is wrong with them is said field by field.',
  },
  {
    operations: /^GET \/content\/search$/,
    status: 422,
    code: 'data_invalid',
    message: /^Invalid or duplicated record reference$/,
    reason: 'The same: a search refers to no records. What is wrong with its filters is said by parameter_invalid.',
  },
]
