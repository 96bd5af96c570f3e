import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { PiyueApi } from '../../core/contract/contract'
import type { Encoding } from '../../core/formats/encodings'
import type { EncodingLook } from '../../core/formats/look'
import { useMessages } from '../state/preferences'
import { Dialog } from '../ui/dialog'

interface EncodingDialogProps {
  readonly api: Pick<PiyueApi, 'lookAtEncoding' | 'readInEncoding'>
  readonly documentId: string
  /** The encoding that the document was read in. */
  readonly taken: string
  readonly lang: string
  readonly onClose: () => void
}

/** In which encoding a file was read, what it would be in another, and the bytes that fit nothing. */
export function EncodingDialog({ api, documentId, taken, lang, onClose }: EncodingDialogProps) {
  const { file: words } = useMessages()
  const look = useSignal<EncodingLook | null>(null)
  const asked = useSignal(taken as Encoding)
  useEffect(() => {
    let isLatest = true
    const show = async () => {
      const answer = await api.lookAtEncoding(documentId, asked.value)
      if (isLatest) look.value = answer
    }
    void show()
    return () => {
      isLatest = false
    }
  }, [asked.value])
  const shown = look.value
  return (
    <Dialog title={words.encoding} onClose={onClose} wide>
      {shown !== null && (
        <div class="encoding">
          <fieldset>
            <legend>{words.encodings}</legend>
            {shown.choices.map(({ encoding, misfits }) => (
              <label key={encoding}>
                <input
                  type="radio"
                  name="encoding"
                  checked={encoding === asked.value}
                  onChange={() => {
                    asked.value = encoding
                  }}
                />
                <span>{words.names[encoding]}</span>
                <small>
                  {[words.fits(misfits), ...(encoding === taken ? [words.isRead] : [])].join(' · ')}
                </small>
              </label>
            ))}
            <p>{words.evidence[shown.evidence]}</p>
            {shown.declaredOtherwise !== null && (
              <p>{words.declaredOtherwise(shown.declaredOtherwise)}</p>
            )}
          </fieldset>
          <Preview look={shown} lang={lang} />
        </div>
      )}
      <form method="dialog" class="dialog-foot">
        <p class="encoding-foot">{words.notesGoAlong}</p>
        <button type="submit" class="quiet-button">
          {words.cancel}
        </button>
        <button
          type="button"
          class="primary-button"
          disabled={asked.value === taken}
          onClick={() => {
            onClose()
            void api.readInEncoding(documentId, asked.value)
          }}
        >
          {words.read}
        </button>
      </form>
    </Dialog>
  )
}

/** The text as it would be, and where bytes are no text. */
function Preview({ look, lang }: { readonly look: EncodingLook; readonly lang: string }) {
  const { file: words } = useMessages()
  const { text, misfits, misfitCount } = look
  return (
    <div class="encoding-preview">
      <h3>{words.preview}</h3>
      {/* Focusable, so that the keys scroll it. */}
      <pre tabIndex={0} role="region" aria-label={words.preview} lang={lang} aria-live="polite">
        {text}
      </pre>
      {misfits.length > 0 && (
        <>
          <h3>{words.misfitList}</h3>
          <ul aria-label={words.misfitList}>
            {misfits.map(({ at, bytes, line, before, after }) => (
              <li key={at}>
                <span lang={lang}>
                  {before}
                  <mark>{'\ufffd'}</mark>
                  {after}
                </span>{' '}
                <small>{words.misfit(bytes, line, at)}</small>
              </li>
            ))}
            {misfitCount > misfits.length && (
              <li>{words.moreMisfits(misfitCount - misfits.length)}</li>
            )}
          </ul>
        </>
      )}
    </div>
  )
}
