/** Parts of conversations that another system updates, by a secret that the settings keep. */
import { setPartSecret } from './settings/set-secret.ts'
import { updatePart } from './update.ts'

export const conversationParts = [updatePart, setPartSecret]
