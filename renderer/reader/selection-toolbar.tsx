import { useSignalEffect } from '@preact/signals'
import { ChevronDown, CircleQuestionMark, Copy, MessageSquarePlus, Underline, Waves } from 'lucide'
import type { RefObject } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { colors } from '../../core/annotation/style'
import { markActionOf } from '../../core/app/actions'
import { copyForms } from '../../core/app/copy-form'
import { rangeLength, sameRange, type TextRange } from '../../core/text/range'
import { usePreferences } from '../state/preferences'
import { mostCharacters } from '../state/remarks'
import type { WorkspaceState } from '../state/workspace-state'
import { moveAlong } from '../ui/focus'
import { Icon, IconButton } from '../ui/icon'
import { Menu } from '../ui/menu'
import type { TextElements } from './article'
import { useBesidePassage } from './beside-passage'
import type { ReaderContext } from './context'
import { copySelection, copySelectionAs } from './copying'
import { markSelection, noteOnSelection } from './marking'

interface SelectionToolbarProps extends TextElements {
  readonly context: ReaderContext
}

/** What appears over a selected passage: the ways of marking it. */
export function SelectionToolbar({ context, scroller, article }: SelectionToolbarProps) {
  const { workspace, targets } = context
  const preferences = usePreferences()
  const anchor = useRef<HTMLDivElement>(null)
  const bar = targets.selectionBar
  usePlacing(context, { scroller, article }, anchor, bar)
  const { copy, edition, mark, regions, highlightButton } = preferences.messages.value
  const selection = workspace.selection.range.value
  const { lastStyle } = preferences.settings.value
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
            aria-label={highlightButton(preferences.colorLabel(color))}
            title={preferences.withKeys(
              highlightButton(preferences.colorLabel(color)),
              markActionOf(color),
            )}
            onClick={() => void markSelection(context, { color, kind: 'highlight' })}
          />
        ))}
        <span class="divider" />
        <IconButton
          icon={Underline}
          label={mark.underline}
          keys={preferences.keysOf('underline')}
          onClick={() => void markSelection(context, { color: lastStyle.color, kind: 'underline' })}
        />
        <IconButton
          icon={Waves}
          label={mark.squiggly}
          keys={preferences.keysOf('squiggly')}
          onClick={() => void markSelection(context, { color: lastStyle.color, kind: 'squiggly' })}
        />
        <span class="divider" />
        <IconButton
          icon={MessageSquarePlus}
          label={mark.addNote}
          keys={preferences.keysOf('add-note')}
          onClick={() => noteOnSelection(context)}
        />
        {selection !== null && rangeLength(selection) <= mostCharacters && (
          <IconButton
            icon={CircleQuestionMark}
            label={edition.characters.button}
            keys={preferences.keysOf('why-character')}
            onClick={() => {
              const { range, column } = workspace.selection
              workspace.remarks.openCharacters(range.peek(), column.peek())
            }}
          />
        )}
        <IconButton icon={Copy} label={mark.copy} onClick={() => void copySelection(context)} />
        <Menu
          target={targets.copyMenu}
          label={copy.copyAs}
          face={<Icon of={ChevronDown} size={14} />}
          options={copyForms.map((form) => ({ value: form, label: copy.forms[form] }))}
          onChoose={(form) => copySelectionAs(context, form)}
        />
      </div>
    </>
  )
}

/** Whether the characters of the passage are explained beside it: that takes the bar's place until it is closed. */
function isExplained({ remarks }: WorkspaceState, range: TextRange): boolean {
  const open = remarks.open.peek()
  return open?.kind === 'characters' && sameRange(open.range, range)
}

/**
 * Shows the bar beside the selection, once the reader has let go of the mouse; a mark on which
 * something was done needs it no longer. CSS anchor positioning keeps it in the window.
 */
function usePlacing(
  { workspace, reader, targets }: ReaderContext,
  { scroller, article }: TextElements,
  anchor: RefObject<HTMLElement | null>,
  bar: RefObject<HTMLElement | null>,
): void {
  const isPressing = useRef(false)
  const place = useBesidePassage(
    { scroller, article, anchor, popover: bar },
    () => {
      if (isPressing.current) return undefined
      const range = workspace.selection.range.peek()
      if (range === null || isExplained(workspace, range)) return []
      return reader.surfaces.boxesOf(range, reader.selection.surface)
    },
    () => targets.copyMenu.arrived(),
  )
  useSignalEffect(() => {
    // Read, so that this runs again when another passage is selected or shown in another script.
    void workspace.selection.range.value
    void workspace.remarks.open.value
    for (const { rendition } of reader.surfaces.shown.value) void rendition.value
    place()
  })
  useEffect(() => {
    const press = (event: PointerEvent) => {
      // Of a button that opens the system's menu, the menu may keep to itself that it was let go.
      if (event.button !== 0) return
      if (event.target instanceof Node && bar.current?.contains(event.target)) return
      isPressing.current = true
      bar.current?.hidePopover()
    }
    const release = () => {
      isPressing.current = false
      place()
    }
    // The engine moves the bar with its anchor, out of the room of the text too; shown anew it is placed anew.
    const scrolled = () => {
      const element = bar.current
      if (!element?.matches(':popover-open') || element.contains(document.activeElement)) return
      element.hidePopover()
      place()
    }
    const text = scroller.current
    text?.addEventListener('scrollend', scrolled)
    window.addEventListener('pointerdown', press)
    window.addEventListener('pointerup', release)
    window.addEventListener('pointercancel', release)
    return () => {
      text?.removeEventListener('scrollend', scrolled)
      window.removeEventListener('pointerdown', press)
      window.removeEventListener('pointerup', release)
      window.removeEventListener('pointercancel', release)
    }
  }, [bar, scroller, place])
}
