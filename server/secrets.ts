/**
 * Keeps secrets that the server itself must be able to read again, such as those that notifications are signed with:
 * sealed (AES-256-GCM) with a key that is not in the database. A secret sealed for one purpose does not open for
 * another.
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { makeFolder } from './folder.ts'

export interface Secrets {
  seal(secret: string, purpose: string): Buffer
  /** @throws where it was sealed with another key, or for another purpose */
  open(sealed: Buffer, purpose: string): string
}

const CIPHER = 'aes-256-gcm'
const IV = 12
const TAG = 16
/** The first byte tells how the rest was made. */
const FORMAT = 1

export function createSecrets(key: Buffer): Secrets {
  return {
    seal(secret, purpose) {
      const iv = randomBytes(IV)
      const cipher = createCipheriv(CIPHER, key, iv).setAAD(Buffer.from(purpose))
      const text = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
      return Buffer.concat([Buffer.of(FORMAT), iv, cipher.getAuthTag(), text])
    },
    open(sealed, purpose) {
      if (sealed[0] !== FORMAT) throw new Error('a secret was sealed in a way that is not known here')
      const [iv, tag] = [sealed.subarray(1, 1 + IV), sealed.subarray(1 + IV, 1 + IV + TAG)]
      const decipher = createDecipheriv(CIPHER, key, iv, { authTagLength: TAG })
        .setAAD(Buffer.from(purpose))
        .setAuthTag(tag)
      return Buffer.concat([decipher.update(sealed.subarray(1 + IV + TAG)), decipher.final()]).toString('utf8')
    },
  }
}

/** The box of a server without a key: it stores no secrets. */
export const noSecrets: Secrets = {
  seal: refuse,
  open: refuse,
}

function refuse(): never {
  throw new Error('this server has no key to keep secrets with')
}

/** The key that the configuration gives, else the one in the data folder, which is made there once. */
export function openSecrets({ secretKey, dataDir }: { secretKey: string | undefined; dataDir: string }): Secrets {
  const key = secretKey ?? keptKey(join(dataDir, 'secret-key'))
  if (!/^[0-9a-f]{64}$/i.test(key)) throw new Error(`the key in ${join(dataDir, 'secret-key')} is not 64 hex digits`)
  return createSecrets(Buffer.from(key, 'hex'))
}

function keptKey(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
  const key = randomBytes(32).toString('hex')
  makeFolder(dirname(file))
  const draft = `${file}.${randomBytes(6).toString('hex')}`
  writeFileSync(draft, `${key}\n`, { mode: 0o600, flag: 'wx', flush: true })
  renameSync(draft, file)
  return key
}
