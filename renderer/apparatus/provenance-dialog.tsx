import { X } from 'lucide'
import type { ComponentChildren } from 'preact'
import type { LocalizedText } from '../../core/apparatus/localized-text'
import type { Session } from '../state/session'
import { Dialog } from '../ui/dialog'
import { IconButton } from '../ui/icon-button'
import { EmendationView, Slip } from './emendation-view'
import { Counts, Identity } from './facts'
import { Licences } from './licences'

/** The edition's colophon: what the source is, what befell it, what was done, and with what. */
export function ProvenanceDialog({ session, onClose }: { session: Session; onClose: () => void }) {
  const { edition, actions } = session.messages.value
  const { provenance, apparatus } = session.open.publication
  const { provenance: wording } = edition
  const accidents = apparatus.emendations.filter(({ bytes }) => bytes !== undefined)
  return (
    <Dialog title={actions.provenance} onClose={onClose} wide>
      <span class="colophon-close">
        <IconButton icon={X} label={edition.gloss.close} onClick={onClose} />
      </span>
      <div class="colophon">
        <Part title={wording.source}>
          <Prose session={session} paragraphs={provenance.source} />
        </Part>
        <Part title={wording.damage}>
          <Prose session={session} paragraphs={provenance.damage} />
          {accidents.map((accident) => (
            <div key={accident.id} class="accident" role="group" aria-label={accident.reading}>
              <EmendationView session={session} emendation={accident} withReason={false} />
            </div>
          ))}
        </Part>
        <Part title={wording.editing}>
          <Prose session={session} paragraphs={provenance.editing} />
          <Counts session={session} />
          {apparatus.sic.map((sic) => (
            <div key={sic.id} class="accident" role="group" aria-label={sic.text}>
              <Slip session={session} sic={sic} />
            </div>
          ))}
        </Part>
        <Part title={wording.forms}>
          <Prose session={session} paragraphs={provenance.forms} />
        </Part>
        <Part title={wording.identity}>
          <Identity session={session} />
        </Part>
        <Part title={wording.licences}>
          <Licences session={session} />
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

function Prose({
  session,
  paragraphs,
}: {
  session: Session
  paragraphs: readonly LocalizedText[]
}) {
  const language = session.language.value
  return paragraphs.map((paragraph) => <p key={paragraph.en}>{paragraph[language]}</p>)
}
