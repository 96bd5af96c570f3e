import { useSignal } from '@preact/signals'
import type { ComponentChildren, RefObject } from 'preact'
import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks'
import { Heights, type Layout } from './heights'

/**
 * How far beyond the window rows are kept in the page, in CSS px. When the list goes elsewhere, as it does with each
 * card that is opened far off, what is in the window is drawn, laid out and measured at once, and the others later.
 */
const overscan = 400

/** A row that is to be seen: at the top, or wherever is nearest. */
export interface Wanted {
  readonly key: string
  readonly at: 'start' | 'nearest'
}

interface VirtualListProps<T> {
  readonly label: string
  readonly items: readonly T[]
  readonly keyOf: (item: T) => string
  /** Draws an item as an `li` with its key as `data-row`. */
  readonly draw: (item: T, index: number) => ComponentChildren
  readonly scroller: RefObject<HTMLElement | null>
  /** Rows that stay in the page wherever it is scrolled: what is open, or being written. */
  readonly pinned: ReadonlySet<string>
  /** The row to bring into view when this is another. */
  readonly wanted: Wanted | null
  /** Does something that nobody waits for; gives what takes that back. */
  readonly later: (act: () => void) => () => void
}

/**
 * A list of which only the rows near the window are in the page, so that its cost does not follow its
 * length. Rows have any height: one not seen yet is taken for as high as the others.
 */
export function VirtualList<T>(props: VirtualListProps<T>) {
  const { items, keyOf, draw, label } = props
  const list = useRef<HTMLUListElement>(null)
  const keys = useMemo(() => items.map(keyOf), [items])
  const heights = useMemo(() => new Heights(), [])
  const layout = heights.of(keys)
  const measured = useMeasuring(list, heights)
  const { span, follow } = useSpan(props, list, heights, keys, measured)
  useBringing(props, list, layout, follow)
  const drawn = useRef<ReadonlySet<string>>(new Set())
  const seen = layout.between(span.top, span.bottom)
  const rendered = layout
    .between(span.top - overscan, span.bottom + overscan)
    .filter((row) => !span.isNew || seen.includes(row) || drawn.current.has(keys[row] ?? ''))
  const focused = focusedRow(list)
  const kept = [...props.pinned, ...(focused === undefined ? [] : [focused])]
    .map(layout.indexOf)
    .filter((index) => index !== -1)
  const indexes = [...new Set([...rendered, ...kept])].toSorted((a, b) => a - b)
  drawn.current = new Set(indexes.map((index) => keys[index] ?? ''))
  return (
    <ul ref={list} class="cards" aria-label={label}>
      {indexes.flatMap((index, i) => {
        const from = i === 0 ? 0 : layout.startOf((indexes[i - 1] as number) + 1)
        return [
          <Space key={`before ${keys[index]}`} height={layout.startOf(index) - from} />,
          draw(items[index] as T, index),
        ]
      })}
      <Space
        key="after"
        height={layout.startOf(keys.length) - layout.startOf((indexes.at(-1) ?? -1) + 1)}
      />
    </ul>
  )
}

/** Room for rows that are not in the page. */
function Space({ height }: { height: number }) {
  return height <= 0 ? null : (
    <li aria-hidden="true" class="space" style={{ height: `${height}px` }} />
  )
}

const rowOf = (list: RefObject<HTMLElement | null>, key: string) =>
  list.current?.querySelector<HTMLElement>(`:scope > [data-row="${CSS.escape(key)}"]`)

/** The key of the row that has the focus: it stays, or the focus would be lost. */
function focusedRow(list: RefObject<HTMLElement | null>): string | undefined {
  const focused = document.activeElement
  if (focused === null || !list.current?.contains(focused)) return undefined
  return focused.closest<HTMLElement>('[data-row]')?.dataset['row']
}

/** What of a list lies in the window, in CSS px from the list's top. */
interface Span {
  readonly top: number
  readonly bottom: number
  /** Whether the list was just brought there: of the rows beyond the window, those that are there stay. */
  readonly isNew: boolean
}

/** What of the list lies in the window; and what finds that out at once. */
function useSpan<T>(
  { scroller, later }: VirtualListProps<T>,
  list: RefObject<HTMLElement | null>,
  heights: Heights,
  keys: readonly string[],
  measured: number,
) {
  const span = useSignal<Span>({ top: 0, bottom: 1200, isNew: false })
  const shown = useRef('')
  const takeBack = useRef<() => void>(undefined)
  useEffect(() => () => takeBack.current?.(), [])
  const update = (isNew = span.peek().isNew) => {
    if (scroller.current === null || list.current === null) return
    const frame = scroller.current.getBoundingClientRect()
    const top = frame.top - list.current.getBoundingClientRect().top
    const bottom = top + frame.height
    const rowsWithin = (beyond: number) => {
      const rows = heights.of(keys).between(top - beyond, bottom + beyond)
      return `${rows[0]}-${rows.length}`
    }
    const name = isNew ? `${rowsWithin(0)} ${rowsWithin(overscan)}` : rowsWithin(overscan)
    if (name === shown.current) return
    shown.current = name
    const wasNew = span.peek().isNew
    span.value = { top, bottom, isNew }
    // Once, however far the list is scrolled until then: what lies beyond would else never come.
    if (!isNew || wasNew) return
    takeBack.current = later(() => {
      span.value = { ...span.peek(), isNew: false }
    })
  }
  // Not after every drawing: one that moves the list under the window would call for the next for ever.
  useLayoutEffect(() => update(), [keys, measured])
  useEffect(() => {
    const element = scroller.current
    const follow = () => update()
    element?.addEventListener('scroll', follow, { passive: true })
    window.addEventListener('resize', follow)
    return () => {
      element?.removeEventListener('scroll', follow)
      window.removeEventListener('resize', follow)
    }
  }, [keys])
  return { span: span.value, follow: update }
}

/**
 * Learns how high the rows are that are in the page: at once after drawing, so that rows are never
 * placed by a guess beside rows that are there; and later, when one changes.
 *
 * @returns a number that grows whenever something new was learnt.
 */
function useMeasuring(list: RefObject<HTMLElement | null>, heights: Heights): number {
  const version = useSignal(0)
  const learn = (row: HTMLElement) => heights.learn(row.dataset['row'] ?? '', row.offsetHeight)
  const observer = useMemo(
    () =>
      new ResizeObserver((entries) => {
        const news = entries.filter(
          ({ target }) => target.isConnected && learn(target as HTMLElement),
        )
        // Not within the observer's own round, which drawing would have to begin again.
        if (news.length > 0) requestAnimationFrame(() => version.value++)
      }),
    [heights],
  )
  useLayoutEffect(() => {
    const rows = [...(list.current?.querySelectorAll<HTMLElement>(':scope > [data-row]') ?? [])]
    for (const row of rows) observer.observe(row)
    if (rows.filter(learn).length > 0) version.value++
  })
  useEffect(() => () => observer.disconnect(), [observer])
  return version.value
}

/**
 * Brings the wanted row into view: first near, for it may not be in the page, then exactly; both before the next
 * frame, so that no list without rows is seen, and what lies beside it is painted once.
 */
function useBringing<T>(
  { wanted, scroller }: VirtualListProps<T>,
  list: RefObject<HTMLElement | null>,
  layout: Layout,
  follow: (isNew: boolean) => void,
): void {
  const pending = useRef<Wanted | null>(null)
  useLayoutEffect(() => {
    pending.current = wanted
  }, [wanted])
  useLayoutEffect(() => {
    const asked = pending.current
    const at = asked === null ? -1 : layout.indexOf(asked.key)
    if (asked === null || at === -1 || scroller.current === null || list.current === null) return
    // A list that goes along with the reading is not: it changes in one frame, as all that does.
    const isAwaited = asked.at === 'nearest'
    const row = rowOf(list, asked.key)
    if (row) {
      pending.current = null
      row.scrollIntoView({ block: asked.at })
      return follow(isAwaited)
    }
    const frame = scroller.current.getBoundingClientRect()
    const listTop = list.current.getBoundingClientRect().top
    scroller.current.scrollTop += listTop + layout.startOf(at) - frame.top - frame.height / 3
    follow(isAwaited)
  })
}
