import type { Emendation, Sic } from '../../core/apparatus/emendation'
import type { Session } from '../state/session'
import { ByteProofView } from './byte-proof'
import { Reading } from './reading'

interface EmendationViewProps {
  readonly session: Session
  readonly emendation: Emendation
  /** Whether the reason is given, which many places have in common. */
  readonly withReason?: boolean
}

/** As published, as read, and why; for an encoding accident, the bytes. */
export function EmendationView({ session, emendation, withReason = true }: EmendationViewProps) {
  const { gloss } = session.messages.value.edition
  const language = session.language.value
  const { found, reading, word, bytes } = emendation
  return (
    <>
      <dl class="readings">
        <Reading session={session} label={gloss.asPublished} text={found} within={word?.found} />
        <Reading session={session} label={gloss.asRead} text={reading} within={word?.reading} />
      </dl>
      {withReason && <p class="why">{emendation.why[language]}</p>}
      {bytes && <ByteProofView session={session} proof={bytes} found={found} />}
      {emendation.evidence && <p class="why">{emendation.evidence[language]}</p>}
    </>
  )
}

/** A slip of the author's: as it stands, what was probably meant, and why. */
export function Slip({ session, sic }: { session: Session; sic: Sic }) {
  const { gloss } = session.messages.value.edition
  return (
    <>
      <dl class="readings">
        <Reading session={session} label={gloss.asPublished} text={sic.text} />
        {sic.meant !== undefined && (
          <Reading session={session} label={gloss.meant} text={sic.meant} />
        )}
      </dl>
      <p class="why">{sic.why[session.language.value]}</p>
    </>
  )
}
