/** A request of the API reference. */
export interface ExampleRequest {
  path: string
  body?: unknown
  /** In place of it in versions that lack one of its query parameters. */
  older?: ExampleRequest
}

/** A request to a path, with a body or without. */
export const at = (path: string, body?: unknown): ExampleRequest => ({ path, ...(body !== undefined && { body }) })
