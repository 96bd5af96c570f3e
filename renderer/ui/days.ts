/** The day by the reader's own calendar, ISO 8601, which is how Swedes write it. */
export const today = (): string => new Date().toLocaleDateString('sv-SE')
