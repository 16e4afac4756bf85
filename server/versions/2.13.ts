import { version } from './history.ts'

export default version('2.13', {
  adds: {
    operations: [
      'GET /contacts/find_by_external_id/{}',
      'POST /contacts/{}/block',
      'DELETE /conversations/{}',
      'DELETE /tickets/{}',
      'POST /custom_object_instances/{}',
      'GET /custom_object_instances/{}',
      'DELETE /custom_object_instances/{}',
      'GET /custom_object_instances/{}/{}',
      'DELETE /custom_object_instances/{}/{}',
      'GET /internal_articles',
      'POST /internal_articles',
      'GET /internal_articles/{}',
      'PUT /internal_articles/{}',
      'DELETE /internal_articles/{}',
      'GET /internal_articles/search',
    ],
    fields: {
      article: ['tags'],
      ticket_part: ['app_package_code'],
      conversation_part: ['state', 'tags', 'event_details', 'email_message_metadata', 'app_package_code', 'metadata'],
      conversation_statistics: [
        'assigned_team_first_response_time_in_office_hours',
        'handling_time',
        'adjusted_handling_time',
      ],
      delivered_statistics: ['assigned_team_first_response_time_in_office_hours', 'handling_time'],
    },
    body: {
      'PUT /conversations/{}': ['title'],
      'POST /tickets': ['skip_notifications'],
      'PUT /tickets/{}': ['skip_notifications'],
      'POST /tickets/{}/reply': ['skip_notifications'],
    },
  },
})
