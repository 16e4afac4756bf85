import { version } from './history.ts'

export default version('2.12', {
  adds: {
    operations: ['GET /ticket_states'],
    fields: {
      contact: ['enabled_push_messaging'],
      delivered_contact: ['enabled_push_messaging'],
      conversation_statistics: ['assigned_team_first_response_time'],
      delivered_statistics: ['assigned_team_first_response_time'],
    },
  },
  removes: { operations: ['POST /conversations/{}/run_assignment_rules'] },
})
