import { version } from './history.ts'

export default version('2.11', {
  adds: {
    fields: {
      conversation: ['ai_agent', 'ai_agent_participated'],
      team: ['distribution_method'],
    },
    body: {
      'POST /conversations': ['created_at'],
      'POST /conversations/{}/reply': ['created_at'],
      'POST /tickets': ['created_at'],
      'POST /tickets/{}/reply': ['created_at'],
      'POST /messages': ['created_at'],
    },
  },
  changes: [
    {
      name: 'KeepAttributesFromMessenger',
      note: 'A new data attribute is not writable by the messenger unless it says so; it was before.',
    },
    {
      name: 'BackdateMessages',
      note: 'A message may bear a time before its request; created_at was ignored before.',
    },
  ],
})
