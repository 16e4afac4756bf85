/** Identity verification secrets: keys with which a site signs who its Messenger users are. */
import { createIdentitySecret } from './create.ts'
import { deleteIdentitySecret } from './delete.ts'
import { listIdentitySecrets } from './list.ts'

export const secureModeSecrets = [listIdentitySecrets, createIdentitySecret, deleteIdentitySecret]
