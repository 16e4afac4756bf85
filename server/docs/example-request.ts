/** A request of the API reference. */
export interface ExampleRequest {
  path: string
  body?: unknown
}

/** A request to a path, with a body or without. */
export const at = (path: string, body?: unknown): ExampleRequest => ({ path, ...(body !== undefined && { body }) })
