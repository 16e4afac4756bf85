/** The phone switch: a caller gets an SMS with a link, and goes on in the Messenger. */
import { createPhoneSwitch } from './create.ts'

export const phoneSwitches = [createPhoneSwitch]
