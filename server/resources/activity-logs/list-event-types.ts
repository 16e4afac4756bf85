import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { described } from '../../schema/types.ts'
import { ACTIVITY_TYPES } from './types.ts'

export const listActivityLogEventTypes = operation({
  method: 'GET',
  path: '/admins/activity_log_event_types',
  group: 'Admins',
  scopes: ['read_admins'],
  summary: 'List all activity log event types',
  description: 'The types of changes that Parley records.',
  reply: Type.Object({
    type: Type.Literal('activity_log_event_type.list'),
    event_types: described(Type.Array(Type.String()), 'The types, in alphabetical order.'),
  }),
  answer: 'All types.',
  handle: async () => ({
    type: 'activity_log_event_type.list' as const,
    event_types: [...ACTIVITY_TYPES],
  }),
})
