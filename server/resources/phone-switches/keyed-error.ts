import { ApiError } from '../../http/errors.ts'

/** Refusals by the phone switch have a key, sometimes a message, and nothing else. */
class KeyedError extends ApiError {
  override body() {
    return this.message === '' ? { error_key: this.code } : { error_key: this.code, message: this.message }
  }
}

export const keyedError = (status: number, key: string, message = ''): ApiError => new KeyedError(status, key, message)
