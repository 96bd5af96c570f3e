import { useSignal } from '@preact/signals'
import type { ComponentChildren, RefObject } from 'preact'
import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks'
import { Heights } from './heights'

/** How far beyond the window rows are kept in the page, in CSS px. */
const overscan = 700

interface VirtualListProps<T> {
  readonly label: string
  readonly items: readonly T[]
  readonly keyOf: (item: T) => string
  /** Draws an item as an `li` with its key as `data-row`. */
  readonly draw: (item: T, index: number) => ComponentChildren
  readonly scroller: RefObject<HTMLElement | null>
  /** Rows that stay in the page wherever it is scrolled: what is open, or being written. */
  readonly pinned: ReadonlySet<string>
  /** The row to bring into view when this changes. */
  readonly wanted: string | null
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
  const span = useSpan(props.scroller, list, heights, keys)
  useMeasuring(list, heights)
  useBringing(props, list, layout.tops, keys)
  const rendered = layout.between(span.top - overscan, span.bottom + overscan)
  const kept = keys.flatMap((key, i) => (props.pinned.has(key) || isFocused(list, key) ? i : []))
  const indexes = [...new Set([...rendered, ...kept])].toSorted((a, b) => a - b)
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
  return height <= 0 ? null : <li role="presentation" class="space" style={{ height }} />
}

const rowOf = (list: RefObject<HTMLElement | null>, key: string) =>
  list.current?.querySelector<HTMLElement>(`:scope > [data-row="${CSS.escape(key)}"]`)

const isFocused = (list: RefObject<HTMLElement | null>, key: string) =>
  rowOf(list, key)?.contains(document.activeElement) === true

/** What of the list lies in the window, in CSS px from the list's top. */
function useSpan(
  scroller: RefObject<HTMLElement | null>,
  list: RefObject<HTMLElement | null>,
  heights: Heights,
  keys: readonly string[],
) {
  const span = useSignal({ top: 0, bottom: 1200 })
  const shown = useRef('')
  const update = () => {
    if (scroller.current === null || list.current === null) return
    const frame = scroller.current.getBoundingClientRect()
    const top = frame.top - list.current.getBoundingClientRect().top
    const next = { top, bottom: top + frame.height }
    const rows = heights.of(keys).between(next.top - overscan, next.bottom + overscan)
    const name = `${rows[0]}-${rows.length}`
    if (name === shown.current) return
    shown.current = name
    span.value = next
  }
  useLayoutEffect(update)
  useEffect(() => {
    const element = scroller.current
    element?.addEventListener('scroll', update, { passive: true })
    window.addEventListener('resize', update)
    return () => {
      element?.removeEventListener('scroll', update)
      window.removeEventListener('resize', update)
    }
  }, [keys])
  return span.value
}

/** Learns how high the rows are that are in the page, and draws anew when one turns out otherwise. */
function useMeasuring(list: RefObject<HTMLElement | null>, heights: Heights): void {
  const version = useSignal(0)
  void version.value
  const observer = useMemo(
    () =>
      new ResizeObserver((entries) => {
        const changed = entries.filter(({ target, borderBoxSize: [box] }) =>
          heights.learn((target as HTMLElement).dataset['row'] ?? '', box?.blockSize ?? 0),
        )
        if (changed.length > 0) version.value++
      }),
    [heights],
  )
  useLayoutEffect(() => {
    for (const row of list.current?.querySelectorAll(':scope > [data-row]') ?? []) {
      observer.observe(row)
    }
  })
  useEffect(() => () => observer.disconnect(), [observer])
}

/** Brings the wanted row into view: first near, for it may not be in the page, then exactly. */
function useBringing<T>(
  { wanted, scroller }: VirtualListProps<T>,
  list: RefObject<HTMLElement | null>,
  tops: readonly number[],
  keys: readonly string[],
): void {
  const pending = useRef<string | null>(null)
  useLayoutEffect(() => {
    pending.current = wanted
  }, [wanted])
  useLayoutEffect(() => {
    const key = pending.current
    const at = key === null ? -1 : keys.indexOf(key)
    if (key === null || at === -1 || scroller.current === null || list.current === null) return
    const row = rowOf(list, key)
    if (row) {
      pending.current = null
      row.scrollIntoView({ block: 'nearest' })
      return
    }
    const frame = scroller.current.getBoundingClientRect()
    const listTop = list.current.getBoundingClientRect().top
    scroller.current.scrollTop += listTop + (tops[at] ?? 0) - frame.top - frame.height / 3
  })
}
