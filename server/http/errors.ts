/**
 * Errors as the API answers them: `{type: 'error.list', request_id, errors: [{code, message, field?}]}`. Code throws
 * them as data; the mount turns them into answers. The text of an internal cause never reaches the wire.
 */
export class ApiError extends Error {
  readonly status: number
  readonly code: string
  readonly field: string | undefined
  /** Headers that the answer carries besides, such as the `Link` of a merged contact. */
  readonly headers: Record<string, string>

  constructor(status: number, code: string, message: string, field?: string, headers: Record<string, string> = {}) {
    super(message)
    this.status = status
    this.code = code
    this.field = field
    this.headers = headers
  }

  /** The body of the answer. Operations whose errors have a form of their own override it. */
  body(requestId: string): object {
    return errorBody(requestId, this)
  }
}

export function apiError(status: number, code: string, message: string, field?: string): ApiError {
  return new ApiError(status, code, message, field)
}

/**
 * Models that may not be found, with the API's code and message for each. Source: the error examples of the
 * descriptions.
 */
const NOT_FOUND = {
  resource: ['not_found', 'Resource Not Found'],
  contact: ['not_found', 'User Not Found'],
  merge_history: ['not_found', 'Contact not found'],
  visitor: ['not_found', 'Visitor Not Found'],
  conversation: ['not_found', 'Resource Not Found'],
  tagged_conversation: ['not_found', 'Conversation not found'],
  conversation_attribute: ['conversation_attribute_not_found', 'Conversation attribute not found'],
  list_option: ['conversation_attribute_not_found', 'List option not found'],
  conversation_part: ['conversation_part_or_message_not_found', 'Conversation part or message not found'],
  company: ['company_not_found', 'Company Not Found'],
  admin: ['admin_not_found', 'Admin not found'],
  away_admin: ['admin_not_found', 'Admin for admin_id not found'],
  assignee: ['assignee_not_found', 'Assignee not found'],
  team: ['team_not_found', 'Team not found'],
  data_connector: ['data_connector_not_found', 'Data connector not found'],
  data_attribute: ['field_not_found', "We couldn't find that data attribute to update"],
  tag: ['tag_not_found', 'Tag not found'],
  article: ['article_not_found', 'Article not found'],
  redirect: ['not_found', 'Resource not found'],
  content_snippet: ['not_found', 'Content snippet not found'],
  tagged_content_snippet: ['content_snippet_not_found', 'Content snippet not found'],
  folder: ['not_found', 'Folder not found'],
  internal_article: ['internal_article_not_found', 'Internal article not found'],
  external_page: ['external_page_not_found', 'External page not found'],
  ticket: ['ticket_not_found', 'Ticket not found'],
  linked_conversation: ['conversation_not_found', 'Conversation is not linked to this ticket'],
  conversation_to_link: ['conversation_not_found', 'Conversation not found'],
  job: ['job_not_found', 'Job Not Found'],
  article_part: ['not_found', 'Object not found'],
  office_hours: ['not_found', 'Object not found'],
  scroll: ['not_found', 'scroll parameter not found'],
  call: ['not_found', 'Not Found'],
  secure_mode_secret: ['identity_verification_secret_not_found', 'Identity verification secret not found'],
  auth_token: ['auth_token_not_found', 'Auth token not found'],
  macro: ['not_found', 'Macro not found'],
  custom_object: ['not_found', 'Custom object instance not found'],
  recording: ['not_found', 'Recording Not Found'],
} as const

export function notFound(what: keyof typeof NOT_FOUND): ApiError {
  const [code, message] = NOT_FOUND[what]
  return apiError(404, code, message)
}

/** A parameter that stands there and is wrong. */
export const parameterInvalid = (message: string, field?: string): ApiError =>
  apiError(400, 'parameter_invalid', message, field)

/** A parameter that should stand there and does not. */
export const parameterMissing = (name: string): ApiError =>
  apiError(400, 'parameter_not_found', `${name} is a required parameter`)

/** A top-level key that an operation which looks at them does not know. */
export const unknownParameter = (name: string): ApiError => apiError(400, 'bad_request', `bad '${name}' parameter`)

export function errorBody(requestId: string, error: Pick<ApiError, 'code' | 'message' | 'field'>) {
  const { code, message, field } = error
  return {
    type: 'error.list',
    request_id: requestId,
    errors: [field === undefined ? { code, message } : { code, message, field }],
  }
}
