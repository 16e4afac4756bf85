import Type from 'typebox'

/** The name of the event, such as `placed-order`. Not blank. */
export const EventName = Type.String({ maxLength: 255, pattern: '\\S' })
