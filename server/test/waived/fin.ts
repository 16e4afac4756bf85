import type { Waiver } from './waiver.ts'

export const FIN: Waiver[] = [
  {
    operation: /^POST \/fin\/(start|ask|procedures\/{}\/run)$/,
    kind: 'extra',
    at: /^\/intercom_conversation_id$/,
    when: (value) => /^\d+$/.test(value),
    reason:
      'A captured answer shows it for `start`; other requests that begin a conversation tell it for the same use.',
  },
]
