import { X } from 'lucide'
import type { ComponentChildren } from 'preact'
import type { LocalizedText } from '../../core/apparatus/localized-text'
import type { PiyueApi } from '../../core/contract/contract'
import type { OpenDocument } from '../../core/publication/open-document'
import { useMessages, usePreferences } from '../state/preferences'
import { Dialog } from '../ui/dialog'
import { IconButton } from '../ui/icon'
import { EmendationView, Slip } from './emendation-view'
import { Counts, Identity } from './facts'
import { KnownFacts } from './known-facts'
import { Licences } from './licences'

interface ProvenanceDialogProps {
  readonly open: OpenDocument
  /** The app's. */
  readonly version: string
  readonly api: Pick<PiyueApi, 'openLink'>
  /** Lets the reader say what the work is. */
  readonly onCite: () => void
  readonly onClose: () => void
}

/** The edition's colophon: what the source is, what befell it, what was done, and with what. */
export function ProvenanceDialog(props: ProvenanceDialogProps) {
  const { open, version, api, onCite, onClose } = props
  const { edition, correction, citing, actions } = useMessages()
  const { provenance, apparatus, file } = open.publication
  const script = open.document.data.canonicalScript
  const { provenance: wording } = edition
  const corrected = open.remarks.filter(({ kind }) => kind === 'correction')
  const accidents = apparatus.emendations.filter(({ bytes }) => bytes !== undefined)
  return (
    <Dialog title={actions.provenance} onClose={onClose} wide>
      <span class="colophon-close">
        <IconButton icon={X} label={edition.remark.close} onClick={onClose} />
      </span>
      <div class="colophon">
        {file !== undefined && (
          <Part title={citing.known.title}>
            <KnownFacts file={file} lang={open.canonical.lang} onCite={onCite} />
          </Part>
        )}
        <Part title={wording.source}>
          <Prose paragraphs={provenance.source} />
        </Part>
        {provenance.damage.length + accidents.length > 0 && (
          <Part title={wording.damage}>
            <Prose paragraphs={provenance.damage} />
            {accidents.map((accident) => (
              <div key={accident.id} class="accident" role="group" aria-label={accident.reading}>
                <EmendationView script={script} emendation={accident} withReason={false} />
              </div>
            ))}
          </Part>
        )}
        <Part title={wording.editing}>
          <Prose paragraphs={provenance.editing} />
          <Counts open={open} />
          {apparatus.sic.map((sic) => (
            <div key={sic.id} class="accident" role="group" aria-label={sic.text}>
              <Slip script={script} sic={sic} api={api} />
            </div>
          ))}
        </Part>
        <Part title={wording.forms}>
          <Prose paragraphs={provenance.forms} />
          {corrected.length > 0 && <p>{correction.count(corrected.length)}</p>}
        </Part>
        <Part title={wording.identity}>
          <Identity open={open} version={version} />
        </Part>
        <Part title={wording.licences}>
          <Licences />
        </Part>
      </div>
    </Dialog>
  )
}

function Part({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section>
      <h3>{title}</h3>
      {children}
    </section>
  )
}

function Prose({ paragraphs }: { paragraphs: readonly LocalizedText[] }) {
  const language = usePreferences().language.value
  return paragraphs.map((paragraph) => <p key={paragraph.en}>{paragraph[language]}</p>)
}
