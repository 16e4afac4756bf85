/** The id of a notification on the wire. It stays the same through all attempts. */
export const notificationId = (uuid: string): string => `notif_${uuid}`
