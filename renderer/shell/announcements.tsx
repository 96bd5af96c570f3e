import type { Session } from '../state/session'

/** What was just done, spoken once by screen readers. */
export function Announcements({ session }: { session: Session }) {
  const { text, count } = session.announcement.value
  return (
    <div
      class="visually-hidden"
      role="status"
      aria-label={session.messages.value.regions.announcements}
    >
      {/* A new element each time, so that the same words are spoken again. */}
      <span key={count}>{text}</span>
    </div>
  )
}
