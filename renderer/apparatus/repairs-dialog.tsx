import { useLayoutEffect, useRef } from 'preact/hooks'
import { wordAround } from '../../core/apparatus/reader-emendations'
import type { CanonicalDocument } from '../../core/document/document'
import { type Proposal, type RepairKind, repairKinds } from '../../core/repair/proposal'
import { langOf } from '../../core/text/script-tag'
import type { OpenDialog } from '../state/open-dialog'
import { useMessages } from '../state/preferences'
import type { ProposalRemark } from '../state/remarks'
import { Dialog } from '../ui/dialog'

type Shown = Extract<OpenDialog, { readonly kind: 'repairs' }>

interface RepairsDialogProps {
  readonly document: CanonicalDocument
  readonly proposals: readonly ProposalRemark[]
  readonly shown: Shown
  readonly onShow: (shown: Shown) => void
  readonly onTake: (ids: readonly string[]) => void
  readonly onGo: (remark: ProposalRemark) => void
  readonly onClose: () => void
}

/** The most places that are listed at once: more are read in the text, or repaired together. */
const mostListed = 200

/** The places that seem damaged, kind by kind: each is looked at in the text, repaired, or all of a kind. */
export function RepairsDialog(props: RepairsDialogProps) {
  const { document, proposals, shown, onShow, onTake, onGo, onClose } = props
  const { repair, notes } = useMessages()
  const list = useRef<HTMLUListElement>(null)
  const kinds = repairKinds.filter((kind) => ofKind(proposals, kind).length > 0)
  const group = kinds.find((kind) => kind === shown.group) ?? kinds[0]
  const listed = group === undefined ? [] : ofKind(proposals, group)
  useLayoutEffect(() => {
    if (shown.focused === undefined) return
    const buttons = list.current?.querySelectorAll<HTMLElement>('[data-take]')
    const last = (buttons?.length ?? 0) - 1
    buttons?.[Math.min(shown.focused, last)]?.focus()
  }, [])
  return (
    <Dialog title={repair.title} onClose={onClose} wide>
      {group === undefined ? (
        <p class="repairs-none">{repair.none}</p>
      ) : (
        <>
          <div class="segments remark-groups" role="radiogroup" aria-label={repair.title}>
            {kinds.map((kind) => (
              <label key={kind}>
                <input
                  type="radio"
                  name="repairs"
                  checked={kind === group}
                  onChange={() => onShow({ kind: 'repairs', group: kind })}
                />
                <span>{`${repair.kinds[kind]} ${ofKind(proposals, kind).length}`}</span>
              </label>
            ))}
          </div>
          <p class="repairs-why">{repair.why[group]}</p>
          <ul ref={list} class="repairs" aria-label={repair.group}>
            {listed.slice(0, mostListed).map((remark, i) => (
              <Place
                key={remark.id}
                document={document}
                proposal={remark.proposal}
                onGo={() => {
                  onClose()
                  onGo(remark)
                }}
                onTake={() => {
                  onShow({ kind: 'repairs', group, focused: i })
                  onTake([remark.id])
                }}
              />
            ))}
          </ul>
        </>
      )}
      <p class="repairs-hint">{repair.undoHint}</p>
      <form method="dialog" class="dialog-foot">
        {group !== undefined && (
          <button
            type="button"
            class="quiet-button"
            onClick={() => onTake(listed.map(({ id }) => id))}
          >
            {repair.takeAll(repair.kinds[group], listed.length)}
          </button>
        )}
        <button type="submit" class="primary-button">
          {notes.close}
        </button>
      </form>
    </Dialog>
  )
}

const ofKind = (proposals: readonly ProposalRemark[], kind: RepairKind) =>
  proposals.filter(({ proposal }) => proposal.kind === kind)

/** A text with signs for what cannot be seen in it. */
const spelt = (text: string): string =>
  text.replaceAll('\n', '↵').replaceAll(/[ \u00a0\u3000]/gu, '␣')

interface PlaceProps {
  readonly document: CanonicalDocument
  readonly proposal: Proposal
  readonly onGo: () => void
  readonly onTake: () => void
}

/** One place in its line, as it is and as it would be; the line leads to it. */
function Place({ document, proposal, onGo, onTake }: PlaceProps) {
  const { repair, edition } = useMessages()
  const { found, reading, range, proof } = proposal
  const word = wordAround(document, range, proposal) ?? { found, reading }
  const lang = langOf[document.data.canonicalScript]
  const isNothing = reading === ''
  return (
    <li>
      <button type="button" class="repair-place" onClick={onGo}>
        <span class="words" lang={lang}>
          <del>{spelt(word.found)}</del> <ins>{word.reading}</ins>
        </span>
        <span class="gist">
          {proof
            ? repair.proof(proof.written, proof.readAs, proof.bytes)
            : `${spelt(found)} → ${isNothing ? edition.remark.nothing : reading}`}
        </span>
      </button>
      <button
        type="button"
        class="quiet-button"
        data-take
        aria-label={`${repair.take}: ${spelt(word.found)} → ${word.reading}`}
        onClick={onTake}
      >
        {repair.take}
      </button>
    </li>
  )
}
