import { ApiError } from '../../http/errors.ts'

/** Refusals by the statuses of messages have a message and no list. */
class PlainError extends ApiError {
  override body(requestId: string) {
    return { type: 'error', request_id: requestId, message: this.message }
  }
}

export const plainError = (status: number, message: string): ApiError =>
  new PlainError(status, 'parameter_not_found', message)
