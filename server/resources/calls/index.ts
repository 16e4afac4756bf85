/**
 * Phone calls, as providers report them (`reports.ts`): by hand through the settings, or by an adapter. Systems that
 * have calls of their own register them (`fin-voice/`) and are told which call here is theirs.
 */
import { collectFinVoiceCallByExternalId } from './fin-voice/collect-by-external-id.ts'
import { collectFinVoiceCallByPhone } from './fin-voice/collect-by-phone.ts'
import { collectFinVoiceCall } from './fin-voice/collect.ts'
import { listFinVoiceCallsOfConversation } from './fin-voice/list-of-conversation.ts'
import { registerFinVoiceCall } from './fin-voice/register.ts'
import { getCallRecording } from './get-recording.ts'
import { getCallTranscript } from './get-transcript.ts'
import { getCall } from './get.ts'
import { listCalls } from './list.ts'
import { searchCalls } from './search.ts'
import { callSettings } from './settings/index.ts'

export const calls = [
  listCalls,
  getCall,
  getCallRecording,
  getCallTranscript,
  searchCalls,
  registerFinVoiceCall,
  collectFinVoiceCall,
  collectFinVoiceCallByExternalId,
  collectFinVoiceCallByPhone,
  listFinVoiceCallsOfConversation,
  ...callSettings,
]
