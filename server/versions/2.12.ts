import { version } from './history.ts'

export default version('2.12', {
  adds: {
    operations: ['GET /ticket_states'],
    planned: [
      'GET /ai/content_import_sources',
      'POST /ai/content_import_sources',
      'DELETE /ai/content_import_sources/{}',
      'GET /ai/content_import_sources/{}',
      'PUT /ai/content_import_sources/{}',
      'GET /ai/external_pages',
      'POST /ai/external_pages',
      'DELETE /ai/external_pages/{}',
      'GET /ai/external_pages/{}',
      'PUT /ai/external_pages/{}',
    ],
    fields: {
      contact: ['enabled_push_messaging'],
      delivered_contact: ['enabled_push_messaging'],
      conversation_statistics: ['assigned_team_first_response_time'],
      delivered_statistics: ['assigned_team_first_response_time'],
    },
  },
  removes: { operations: ['POST /conversations/{}/run_assignment_rules'] },
})
