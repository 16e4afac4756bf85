/** The captured files whose columns are held: the dataset of a report, or the kind of a file of messages. */
export const REPORTS: Record<string, string> = {
  R42: 'admin_status_change',
  R44: 'conversation_rating_sent',
  R45: 'conversation_sla_status_log',
  R46: 'conversation_state',
  R47: 'teammate_handling_conversation',
  R49: 'tickets',
  R50: 'conversation',
  R51: 'call_team_stats',
  R52: 'call_teammate_stats',
}

export const FILES: Record<string, string> = { R26: 'receipt', R29: 'reply', R37: 'overview' }
