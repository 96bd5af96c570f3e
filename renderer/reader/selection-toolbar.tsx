import { useSignalEffect } from '@preact/signals'
import { ChevronDown, CircleQuestionMark, Copy, MessageSquarePlus, Underline, Waves } from 'lucide'
import type { RefObject } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { colors } from '../../core/annotation/style'
import { markActionOf } from '../../core/app/actions'
import { copyForms } from '../../core/exchange/copy-form'
import { rangeLength } from '../../core/text/range'
import { keysOf } from '../actions/keys'
import { markSelection, startNoteOnSelection } from '../state/annotate'
import { colorLabel } from '../state/color-names'
import { explainCharacters, mostCharacters } from '../state/gloss'
import type { Stage } from '../state/stage'
import { Icon } from '../ui/icon'
import { IconButton } from '../ui/icon-button'
import { Menu } from '../ui/menu'
import { layOver } from '../ui/passage-anchor'
import { moveAlong } from '../ui/roving-focus'
import { copySelection, copySelectionAs } from './copying'

interface SelectionToolbarProps {
  readonly stage: Stage
  readonly scroller: RefObject<HTMLElement | null>
}

/** What appears over a selected passage: the ways of marking it. */
export function SelectionToolbar({ stage, scroller }: SelectionToolbarProps) {
  const { session } = stage
  const anchor = useRef<HTMLDivElement>(null)
  const bar = useRef<HTMLDivElement>(null)
  usePlacing(stage, scroller, anchor, bar)
  const { copy, edition, mark, regions, highlightButton } = session.messages.value
  const selection = session.selection.value
  const { lastStyle } = session.settings.value
  const platform = session.app.platform
  return (
    <>
      <div ref={anchor} class="selection-anchor" aria-hidden="true" />
      <div
        ref={bar}
        class="annotate"
        role="toolbar"
        aria-label={regions.annotate}
        popover="manual"
        // The selection must stay where it is while a button is pressed.
        onPointerDown={(event) => event.preventDefault()}
        onKeyDown={(event) => moveAlong(event, bar.current)}
      >
        {colors.map((color) => (
          <button
            key={color}
            type="button"
            class="swatch"
            data-color={color}
            aria-label={highlightButton(colorLabel(session, color))}
            title={`${highlightButton(colorLabel(session, color))} (${keysOf(markActionOf(color), platform)})`}
            onClick={() => void markSelection(session, { color, kind: 'highlight' })}
          />
        ))}
        <span class="divider" />
        <IconButton
          icon={Underline}
          label={mark.underline}
          keys={keysOf('underline', platform)}
          onClick={() => void markSelection(session, { color: lastStyle.color, kind: 'underline' })}
        />
        <IconButton
          icon={Waves}
          label={mark.squiggly}
          keys={keysOf('squiggly', platform)}
          onClick={() => void markSelection(session, { color: lastStyle.color, kind: 'squiggly' })}
        />
        <span class="divider" />
        <IconButton
          icon={MessageSquarePlus}
          label={mark.addNote}
          keys={keysOf('add-note', platform)}
          onClick={() => startNoteOnSelection(session)}
        />
        {selection !== null && rangeLength(selection) <= mostCharacters && (
          <IconButton
            icon={CircleQuestionMark}
            label={edition.characters.button}
            keys={keysOf('why-character', platform)}
            onClick={() => explainCharacters(stage)}
          />
        )}
        <IconButton icon={Copy} label={mark.copy} onClick={() => void copySelection(session)} />
        <Menu
          name="copy-as"
          label={copy.copyAs}
          face={<Icon of={ChevronDown} size={14} />}
          options={copyForms.map((form) => ({ value: form, label: copy.forms[form] }))}
          onChoose={(form) => void copySelectionAs(session, form)}
        />
      </div>
    </>
  )
}

/**
 * Shows the bar beside the selection, once the reader has let go of the mouse; a mark on which
 * something was done needs it no longer. CSS anchor positioning keeps it in the window.
 */
function usePlacing(
  { session, reader }: Stage,
  scroller: RefObject<HTMLElement | null>,
  anchor: RefObject<HTMLElement | null>,
  bar: RefObject<HTMLElement | null>,
): void {
  const isPressing = useRef(false)
  const place = () => {
    const range = session.selection.peek()
    const element = bar.current
    if (element === null || isPressing.current) return
    const boxes = range === null ? [] : reader.boxesOf(range, reader.selectedSurface)
    if (anchor.current === null || scroller.current === null) return
    if (layOver(anchor.current, scroller.current, boxes)) element.showPopover()
    else element.hidePopover()
  }
  useSignalEffect(() => {
    // Read, so that this runs again when another passage is selected or shown in another script.
    void session.selection.value
    void session.beside.value
    void session.rendition.value
    place()
  })
  useEffect(() => {
    const press = (event: PointerEvent) => {
      if (event.target instanceof Node && bar.current?.contains(event.target)) return
      isPressing.current = true
      bar.current?.hidePopover()
    }
    const release = () => {
      isPressing.current = false
      place()
    }
    window.addEventListener('pointerdown', press)
    window.addEventListener('pointerup', release)
    window.addEventListener('pointercancel', release)
    window.addEventListener('resize', place)
    return () => {
      window.removeEventListener('pointerdown', press)
      window.removeEventListener('pointerup', release)
      window.removeEventListener('pointercancel', release)
      window.removeEventListener('resize', place)
    }
  })
}
