import { unwitnessedBytes } from '../../core/apparatus/byte-cells'
import type { Emendation, Kept, Sic } from '../../core/apparatus/emendation'
import type { PiyueApi } from '../../core/contract/contract'
import type { ScriptTag } from '../../core/text/script-tag'
import { usePreferences } from '../state/preferences'
import { ByteProofView } from './byte-proof'
import { Fact, Reading } from './reading'
import { Sources } from './sources'

interface EmendationViewProps {
  /** The form that the text was emended in. */
  readonly script: ScriptTag
  readonly emendation: Emendation
  /** Whether the reason is given, which many places have in common. */
  readonly withReason?: boolean
}

/** As published, as read, what that rests on, and why; for an encoding accident, the bytes. */
export function EmendationView({ script, emendation, withReason = true }: EmendationViewProps) {
  const preferences = usePreferences()
  const { remark: words, bases, bytesLost } = preferences.messages.value.edition
  const language = preferences.language.value
  const { found, reading, word, bytes, basis } = emendation
  return (
    <>
      <dl class="readings">
        <Reading script={script} label={words.asPublished} text={found} within={word?.found} />
        <Reading script={script} label={words.asRead} text={reading} within={word?.reading} />
        <Fact label={words.restsOn}>
          {bytes === undefined
            ? bases[basis]
            : `${bases[basis]} · ${bytesLost(unwitnessedBytes(bytes))}`}
        </Fact>
      </dl>
      {withReason && <p class="why">{emendation.why[language]}</p>}
      {bytes && <ByteProofView proof={bytes} found={found} />}
      {emendation.evidence && <p class="why">{emendation.evidence[language]}</p>}
    </>
  )
}

interface SlipProps {
  readonly script: ScriptTag
  readonly sic: Sic
  readonly api: Pick<PiyueApi, 'openLink'>
}

/** A slip of the author's: as it stands, what was probably meant, how sure that is, and why. */
export function Slip({ script, sic, api }: SlipProps) {
  const { language, messages } = usePreferences()
  const { remark: words, certainties } = messages.value.edition
  return (
    <>
      <dl class="readings">
        <Reading script={script} label={words.asPublished} text={sic.text} />
        {sic.meant !== undefined && (
          <Reading script={script} label={words.meant} text={sic.meant} />
        )}
        <Fact label={words.certainty}>{certainties[sic.certainty]}</Fact>
      </dl>
      <p class="why">{sic.why[language.value]}</p>
      <Sources sources={sic.sources ?? []} api={api} />
    </>
  )
}

/** A place left as the source has it: what stands, what was considered instead, and why it stays. */
export function KeptView({ script, kept }: { script: ScriptTag; kept: Kept }) {
  const { language, messages } = usePreferences()
  const { remark: words } = messages.value.edition
  const { text, word = text, instead } = kept
  return (
    <>
      <dl class="readings">
        <Reading script={script} label={words.asPublished} text={text} within={word} />
        {instead.map((reading) => (
          <Reading
            key={reading}
            script={script}
            label={words.considered}
            text={reading}
            within={word.replace(text, reading)}
          />
        ))}
      </dl>
      <p class="why">{kept.why[language.value]}</p>
    </>
  )
}
