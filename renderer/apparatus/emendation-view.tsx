import type { Emendation, Sic } from '../../core/apparatus/emendation'
import type { ScriptTag } from '../../core/text/script-tag'
import { usePreferences } from '../state/preferences'
import { ByteProofView } from './byte-proof'
import { Reading } from './reading'

interface EmendationViewProps {
  /** The form that the text was emended in. */
  readonly script: ScriptTag
  readonly emendation: Emendation
  /** Whether the reason is given, which many places have in common. */
  readonly withReason?: boolean
}

/** As published, as read, and why; for an encoding accident, the bytes. */
export function EmendationView({ script, emendation, withReason = true }: EmendationViewProps) {
  const preferences = usePreferences()
  const { gloss } = preferences.messages.value.edition
  const language = preferences.language.value
  const { found, reading, word, bytes } = emendation
  return (
    <>
      <dl class="readings">
        <Reading script={script} label={gloss.asPublished} text={found} within={word?.found} />
        <Reading script={script} label={gloss.asRead} text={reading} within={word?.reading} />
      </dl>
      {withReason && <p class="why">{emendation.why[language]}</p>}
      {bytes && <ByteProofView proof={bytes} found={found} />}
      {emendation.evidence && <p class="why">{emendation.evidence[language]}</p>}
    </>
  )
}

/** A slip of the author's: as it stands, what was probably meant, and why. */
export function Slip({ script, sic }: { script: ScriptTag; sic: Sic }) {
  const { language, messages } = usePreferences()
  const { gloss } = messages.value.edition
  return (
    <>
      <dl class="readings">
        <Reading script={script} label={gloss.asPublished} text={sic.text} />
        {sic.meant !== undefined && (
          <Reading script={script} label={gloss.meant} text={sic.meant} />
        )}
      </dl>
      <p class="why">{sic.why[language.value]}</p>
    </>
  )
}
