import { version } from './history.ts'

export default version('2.15', {
  adds: {
    operations: ['GET /companies/{}/notes'],
    fields: { note: ['company'], conversation: ['company'] },
    body: { 'POST /conversations/{}/reply': ['skip_notifications'] },
  },
  changes: [
    {
      name: 'SendPlainTextToWebhooks',
      note: 'Webhooks are told what was written in conversations as plain text, no longer as HTML.',
    },
    {
      name: 'SendUnixStatisticsToWebhooks',
      note: 'Webhooks are told the times in the statistics of a conversation in unix seconds, no longer in ISO 8601.',
    },
    {
      name: 'ForgetUnknownLanguages',
      note: 'A language_override that is no language is kept as null; it was kept as it came before.',
    },
    {
      name: 'TellPreviousAttributeValue',
      note: 'A part that tells of an attribute that changed also tells what it was before.',
      model: 'conversation_part',
      down: (part) => {
        delete part.event_details?.value?.previous
        return part
      },
    },
  ],
})
