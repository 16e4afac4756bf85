/** The telling of events of sessions, which differs from that of others, and between versions. */
import type { Version } from '../../versions/history.ts'
import { finTopics } from './events.ts'

export const isFinTopic = (topic: string): boolean => Object.hasOwn(finTopics, topic)

/** False for an event that a version does not tell: older ones tell the end of a turn with the reply. */
export const isToldIn = (
  version: Pick<Version, 'has'>,
  topic: string,
  item: { type?: unknown; status?: unknown },
): boolean => topic !== 'fin_status_updated' || item.status !== 'awaiting_user_reply' || version.has('TellEndOfTurn')
