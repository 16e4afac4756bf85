import Type from 'typebox'

/** Name of an event, such as `placed-order`. Not blank. */
export const EventName = Type.String({
  maxLength: 255,
  pattern: '\\S',
  description: 'Letter case does not matter: names are kept in lower case, with `-` for `.` and `$`.',
})

/** The name that an event is kept under: `Placed.Order` and `placed-order` are one. */
export const keptName = (name: string): string => name.toLowerCase().replaceAll(/[.$]/g, '-')
