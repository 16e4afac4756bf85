/** A request of the API reference. */
export interface ExampleRequest {
  path: string
  body?: unknown
  /** Another example, as a form: the text of the file, and the other fields. */
  form?: Record<string, string>
  /** In place of it in versions that lack one of its query parameters. */
  older?: ExampleRequest
}

/** A request to a path, with a body or without. */
export const at = (path: string, body?: unknown): ExampleRequest => ({ path, ...(body !== undefined && { body }) })
