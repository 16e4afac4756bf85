import Type from 'typebox'
import { version } from './history.ts'

export default version('Preview', {
  preview: true,
  aliases: ['Unstable'],
  adds: {
    operations: [
      'PUT /teams/{}',
      'POST /companies/search',
      'POST /contacts/merge/preview',
      'GET /contacts/activities',
      'POST /contacts/bulk',
      'PUT /contacts/bulk',
      'POST /contacts/bulk/delete',
      'GET /contacts/bulk/{}',
      'POST /companies/bulk',
      'PUT /companies/bulk',
      'POST /companies/bulk/delete',
      'GET /companies/bulk/{}',
    ],
    fields: {
      admin_with_app: ['role'],
      contact: ['formatted_phone'],
      conversation: ['ai_topics'],
      conversation_part: ['translations'],
      company_note_list: ['data', 'url', 'total_count', 'has_more'],
    },
    query: {
      'GET /conversations': ['include_monitors', 'include_scorecards'],
      'GET /conversations/{}': ['include_email_history', 'include_monitors', 'include_scorecards'],
    },
    body: {
      'PUT /conversations/{}': ['priority', 'admin_id'],
      'POST /conversations/{}/reply': ['skip_unsnooze'],
    },
  },
  removes: { fields: { company_note_list: ['notes'] } },
  changes: [
    {
      name: 'TellTimesOfAttributes',
      note: 'A data attribute that holds times of day is a datetime; it was told as a date before.',
      model: 'data_attribute',
      was: { data_type: Type.Enum(['string', 'integer', 'float', 'boolean', 'date']) },
      down: (attribute) => {
        if (attribute.data_type === 'datetime') attribute.data_type = 'date'
        return attribute
      },
    },
    {
      name: 'ShowNotesOfCompanyByAddress',
      note: 'A company shows the first ten of its notes by address, no longer the newest in full.',
    },
    {
      name: 'SearchTimestampsExactly',
      note: 'Searches of contacts compare built-in timestamps to the second, no longer by whole days of the workspace.',
    },
    {
      name: 'TellDetailsOfMoreParts',
      note: 'Parts that tell of snoozing, tags and priorities tell what exactly was done.',
      model: 'conversation_part',
      down: (part) => {
        if (['snoozed', 'conversation_tags_updated', 'priority_changed'].includes(part.part_type))
          part.event_details = null
        return part
      },
    },
  ],
})
