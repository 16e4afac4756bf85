/** Names under which other parts of the API, or other APIs, have the options of a list: `list_options`, `list_items`. */
const ALIKE = /option|list|item|choice|value/i

/**
 * Without this a list would be made without options, as keys that nobody knows are ignored.
 *
 * @returns the key of a body that seems to mean `options`
 */
export const misnamedOptions = (body: object): string | undefined =>
  Object.keys(body)
    .find((key) => key !== 'options' && ALIKE.test(key))
    ?.slice(0, 100)
