/** Answers and rows without what differs from one run to the next: ids, secrets, random parts. */

/** Keys whose values are ids, alone or in a list. A ticket's conversation tells by number who made it. */
const ID_KEY = /(^|_)ids?$|^(app_id|id_code|workspace_id|Created by|identifier|job_identifier)$/
/** Keys whose values are random or depend on ids in ways of their own. */
const OPAQUE_KEY =
  /^(token|token_hash|digest|secret|credentials|header_values|reply_token|hint|request_id|starting_after|starting_before|next_cursor|scroll_param)$/
/** Ids that can be told from other text wherever they stand. */
const PLAIN_ID =
  /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\b[0-9a-f]{24}\b|(job|task)_(v2_)?\d+|(?<=\bwamid\.)[0-9a-f]{32}|\b[0-9a-f]{32}(?=@)/g
/** Whole values that the server gave, and no client. */
const GIVEN_ID = /^(\d+|[0-9a-z]{8}|[0-9a-z]{16}|[0-9a-f]{24}|[0-9a-f-]{36}|(job|task)_(v2_)?\d+)$/

/** The replacement of an id. */
type Label = (id: string) => string

/** One label for all ids: values are compared without who is who. */
export const anyId: Label = () => '#'

/** A label for each id, in the order in which they are seen first: that two are the same is still compared. */
export function labelIds(): Label {
  const labels = new Map<string, string>()
  return (id) => {
    if (!labels.has(id)) labels.set(id, `#${labels.size + 1}`)
    return labels.get(id)!
  }
}

export function normalise(value: unknown, label: Label, key = ''): unknown {
  if (value === null || value === undefined || typeof value === 'boolean') return value
  if (OPAQUE_KEY.test(key)) return 'opaque'
  if (Array.isArray(value)) return value.map((one) => normalise(one, label, key))
  if (typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([name, child]) => [name, normalise(child, label, name)]))
  // The number of the workspace may be another thing's number too.
  if (key === 'app_id' && typeof value === 'number') return label(`workspace ${value}`)
  // A column; on the wire it is an object.
  if (key === 'applied_by' && typeof value === 'number') return label(String(value))
  if (ID_KEY.test(key) && value !== 0 && GIVEN_ID.test(String(value))) return label(String(value))
  return typeof value === 'string' ? normaliseText(value, label) : value
}

/** Ids inside a text: hexadecimal ones anywhere, numbers in a path, the workspace's code in its bot's address. */
const normaliseText = (text: string, label: Label) =>
  text
    .replace(/(\/files\/)\S+?(?=["<\s]|$)/g, '$1opaque')
    .replace(/(?<=conversation_stream:|fin_agent_api:)[0-9a-z]{8}(?=:)/g, label)
    .replace(/(?<=accessToken=)[\w-]+/g, 'opaque')
    .replace(/(?<=operator\+)[0-9a-z]{8}(?=@)|\b[0-9a-z]{8}(?=@localhost)/, label)
    .replace(PLAIN_ID, label)
    .replace(/(?<=^\/[\w/]*\/|\/\/[\w./-]*\/)\d+(?=\/|$)/g, label)
