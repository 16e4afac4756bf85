import Type from 'typebox'

/** What happened, such as `placed-order`. Not blank. */
export const EventName = Type.String({ maxLength: 255, pattern: '\\S' })
