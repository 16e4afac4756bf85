/** Triggers of workflows, and the topic of the events that each is. */
export const TRIGGERS = {
  /** A contact begins a conversation. */
  inbound_conversation: 'conversation.user.created',
  /** A teammate begins one. */
  outbound_conversation: 'conversation.admin.single.created',
  contact_replied: 'conversation.user.replied',
  teammate_replied: 'conversation.admin.replied',
  conversation_assigned: 'conversation.admin.assigned',
  conversation_closed: 'conversation.admin.closed',
  conversation_opened: 'conversation.admin.opened',
  conversation_snoozed: 'conversation.admin.snoozed',
  conversation_unsnoozed: 'conversation.admin.unsnoozed',
  conversation_rated: 'conversation.rating.added',
} as const

export type Trigger = keyof typeof TRIGGERS
export const TRIGGER_TYPES = Object.keys(TRIGGERS) as Trigger[]
