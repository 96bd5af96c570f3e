import { type ReadonlySignal, useSignal } from '@preact/signals'
import type { Remark } from '../../core/apparatus/remark'
import { langOfDocument, type Rendition } from '../../core/script/rendition'
import { excerptOf } from '../../core/search/excerpt'
import { langOf } from '../../core/text/script-tag'
import { useMessages, usePreferences } from '../state/preferences'
import type { Remarks } from '../state/remarks'
import { CloseButton, Dialog } from '../ui/dialog'

const groups = ['emended', 'sic', 'kept', 'explanations'] as const
type Group = (typeof groups)[number]

interface RemarksDialogProps {
  readonly remarks: Remarks
  /** The form in which the text is shown. */
  readonly rendition: ReadonlySignal<Rendition>
  readonly onGo: (remark: Remark) => void
  readonly onClose: () => void
}

/** What the edition has to say of the text, group by group; each remark leads to its place. */
export function RemarksDialog({ remarks, rendition, onGo, onClose }: RemarksDialogProps) {
  const { edition, notes } = useMessages()
  const group = useSignal<Group>('explanations')
  const wording = edition.remarks
  const listed = listOf(remarks, group.value)
  return (
    <Dialog title={wording.title} onClose={onClose} wide>
      <div class="segments remark-groups" role="radiogroup" aria-label={wording.group}>
        {groups.map((each) => (
          <label key={each}>
            <input
              type="radio"
              name="remarks"
              checked={group.value === each}
              onChange={() => {
                group.value = each
              }}
            />
            <span>{`${wording[each]} ${listOf(remarks, each).length}`}</span>
          </label>
        ))}
      </div>
      <ul class="remarks" aria-label={wording[group.value]}>
        {listed.map((remark) => (
          <li key={remark.id}>
            <button
              type="button"
              onClick={() => {
                onClose()
                onGo(remark)
              }}
            >
              <Line rendition={rendition.value} remark={remark} />
            </button>
          </li>
        ))}
      </ul>
      <CloseButton label={notes.close} />
    </Dialog>
  )
}

/** The remarks of a group; of what is explained in several places, the first. */
function listOf(remarks: Remarks, group: Group): readonly Remark[] {
  if (group === 'explanations') {
    return remarks
      .in('explanations')
      .filter((remark) => remark.kind === 'explanation' && remark.id === remark.explanation.id)
  }
  const kinds: readonly Remark['kind'][] =
    group === 'emended' ? ['emendation', 'correction'] : [group]
  return remarks.in('words').filter(({ kind }) => kinds.includes(kind))
}

/** A remark in one line: the words, and the gist of what is said of them. */
function Line({ rendition, remark }: { rendition: Rendition; remark: Remark }) {
  const preferences = usePreferences()
  const { bases, certainties } = preferences.messages.value.edition
  const language = preferences.language.value
  // What is said of the words is said of the text itself, whatever form is shown.
  const lang = langOfDocument(rendition.document)
  switch (remark.kind) {
    case 'emendation': {
      const { found, reading, word, basis } = remark.emendation
      return (
        <>
          <Words lang={lang} text={`${word?.found ?? found} → ${word?.reading ?? reading}`} />
          <span class="gist">{bases[basis]}</span>
        </>
      )
    }
    case 'sic': {
      const { text, meant, certainty } = remark.sic
      return (
        <>
          <Words lang={lang} text={meant === undefined ? text : `${text}（${meant}）`} />
          <span class="gist">{certainties[certainty]}</span>
        </>
      )
    }
    case 'kept': {
      const { text, word = text, why } = remark.kept
      return (
        <>
          <Words lang={lang} text={word} />
          <span class="gist">{why[language]}</span>
        </>
      )
    }
    case 'proposal':
      return <Words lang={lang} text={`${remark.proposal.found} → ${remark.proposal.reading}`} />
    case 'correction': {
      const { found, readings, tag } = remark.correction
      const { before, match, after } = excerptOf(rendition, remark.range)
      return (
        <>
          <Words lang={langOf[tag]} text={`${found} → ${readings[tag] ?? found}`} />
          <span class="gist" lang={rendition.lang}>
            {before + match + after}
          </span>
        </>
      )
    }
    case 'explanation':
      return (
        <>
          <span class="words" lang={rendition.lang}>
            {rendition.slice(remark.range)}
          </span>
          <span class="gist">{remark.explanation.says[language]}</span>
        </>
      )
  }
}

const Words = ({ text, lang }: { readonly text: string; readonly lang: string }) => (
  <span class="words" lang={lang}>
    {text}
  </span>
)
