import type { Sample } from '../../test/requests/request.ts'

type Unique = (word: string) => string

const message = (unique: Unique) => ({
  author: 'user',
  body: unique('question'),
  timestamp: '2026-01-15T12:00:00Z',
  timestamp_ms: '2026-01-15T12:00:00.250Z',
})
const user = (unique: Unique) => ({
  id: unique('user'),
  name: unique('name'),
  email: 'ada@example.com',
  attributes: {},
})
const attachments = (unique: Unique) => [
  {
    type: 'file',
    url: 'https://example.com/photo.png',
    name: unique('file'),
    content_type: 'text/plain',
    data: Buffer.from(unique('content')).toString('base64'),
  },
]
const metadata = (unique: Unique) => ({ history: [message(unique)], attributes: {} })
const settings = { follow_up_questions: true, email: false }

export default {
  'POST /fin/start': {
    body: (_, { unique }) => ({
      conversation_id: unique('session'),
      message: message(unique),
      user: user(unique),
      attachments: attachments(unique),
      conversation_metadata: metadata(unique),
      settings,
    }),
  },
  'POST /fin/reply': {
    needs: ['a session of Fin'],
    body: ({ 'a session of Fin': session }, { unique }) => ({
      conversation_id: session['conversation_id'],
      message: message(unique),
      user: { ...user(unique), id: session['user_id'] },
      attachments: attachments(unique),
      settings,
    }),
  },
  'POST /fin/ask': {
    body: (_, { unique }) => ({
      conversation_id: unique('session'),
      message: message(unique),
      user: user(unique),
      attachments: attachments(unique),
      conversation_metadata: metadata(unique),
    }),
  },
  'POST /fin/escalate': {
    body: (_, { unique }) => ({
      conversation_id: null,
      user: user(unique),
      message: unique('words'),
      context: unique('context'),
    }),
  },
  'POST /fin/csat': {
    fresh: ['a session with a rating to give'],
    needs: ['a session with a rating to give'],
    body: ({ 'a session with a rating to give': session }, { unique }) => ({
      conversation_id: session['conversation_id'],
      rating: 'good',
      remark: unique('remark'),
    }),
  },
  'POST /fin/capabilities': { body: (_, { unique }) => ({ user: user(unique) }) },
  'GET /parley/fin': {},
  'PUT /parley/fin': {
    needs: ['an admin'],
    body: ({ 'an admin': { id } }) => ({
      enabled: true,
      asks_for_rating: true,
      rating_hours: 48,
      quiet_minutes: 10,
      takes_input: true,
      assignee_type: 'admin',
      assignee_id: id,
    }),
  },
} satisfies Record<string, Sample>
