/** A value that says `{"from": …}`: the key of something that is known when it is needed. */
export const isReference = (value: unknown): value is { from: unknown } =>
  typeof value === 'object' && value !== null && 'from' in value
