import { type ReadonlySignal, Signal } from '@preact/signals'
import { type ComponentChild, type ComponentChildren, createElement, options } from 'preact'
import { englishMarks } from '../../core/script/quotation-marks'
import { bidiControls } from '../../core/text/bidi-controls'
import { charactersOf } from '../../core/text/code-points'
import { byPlace } from '../../core/text/range'

/*
 * Characters that are not drawn as they come: each stands in an element by which the style sheets know it, and stays
 * what it is for whoever selects, copies or searches the text.
 */

/** An element for a character that would turn those around it round: it turns nothing there, and its sign is shown. */
export function bidiControlElement(sign: string): HTMLElement {
  const element = document.createElement('span')
  element.dataset['bidi'] = sign
  return element
}

/** An element for an apostrophe or a quotation mark of English words, which Chinese fonts draw too wide. */
export function englishMarkElement(): HTMLElement {
  const element = document.createElement('span')
  element.className = 'english-mark'
  return element
}

/** Sets such characters apart in the text nodes of a tree. */
export function setApartIn(root: Node): void {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  const nodes: Text[] = []
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (isMixed((node as Text).data)) nodes.push(node as Text)
  }
  for (const node of nodes) node.replaceWith(...partsOf(node.data).map(partElement))
}

/**
 * Has such characters set apart in whatever is drawn from now on: titles, quotes, tags and names come out of files,
 * and any of them could turn round what is said about it.
 */
export function setApartWhatIsDrawn(): void {
  const former = options.vnode?.bind(options)
  options.vnode = (node) => {
    const { type, props } = node
    const isElement = typeof type === 'string' && type !== 'option'
    if (isElement && props.children !== undefined && !isApart(props)) {
      props.children = drawn(props.children)
    }
    former?.(node)
  }
}

const isApart = (props: object): boolean =>
  'data-bidi' in props || ('class' in props && props.class === 'english-mark')

function drawn(children: ComponentChildren): ComponentChildren {
  if (Array.isArray(children)) return children.map(drawn)
  if (typeof children === 'string') return isMixed(children) ? partsDrawn(children) : children
  if (!(children instanceof Signal)) return children
  const text: unknown = children.peek()
  return typeof text === 'string' && isMixed(text)
    ? createElement(DrawnSignal, { text: children as ReadonlySignal<string> })
    : children
}

/** A signal is drawn as one text node, which can hold no elements. */
const DrawnSignal = ({ text }: { readonly text: ReadonlySignal<string> }): ComponentChildren =>
  partsDrawn(text.value)

/** A stretch of text, or a character that is set apart. */
interface Part {
  readonly text: string
  readonly sign?: string
  readonly isEnglishMark?: boolean
}

/** Whether a text may hold such a character: most hold none. */
export const isMixed = (text: string): boolean => /[\p{Bidi_Control}“”‘’]/u.test(text)

function partsOf(text: string): readonly Part[] {
  const characters = charactersOf(text)
  const apart = [
    ...bidiControls(text).map(({ range, sign }) => ({ range, sign })),
    ...englishMarks(text).map((range) => ({ range, isEnglishMark: true })),
  ].toSorted((a, b) => byPlace(a.range, b.range))
  let from = 0
  const parts = apart.flatMap(({ range, ...look }): readonly Part[] => {
    const before = characters.slice(from, range.start).join('')
    from = range.end
    return [{ text: before }, { text: characters.slice(range.start, range.end).join(''), ...look }]
  })
  return [...parts, { text: characters.slice(from).join('') }].filter((part) => part.text !== '')
}

function partElement({ text, sign, isEnglishMark }: Part): string | HTMLElement {
  if (sign === undefined && !isEnglishMark) return text
  const element = sign === undefined ? englishMarkElement() : bidiControlElement(sign)
  element.append(text)
  return element
}

const partsDrawn = (text: string): readonly ComponentChild[] => partsOf(text).map(partDrawn)

function partDrawn({ text, sign, isEnglishMark }: Part): ComponentChild {
  if (sign !== undefined) return createElement('span', { 'data-bidi': sign }, text)
  return isEnglishMark ? createElement('span', { class: 'english-mark' }, text) : text
}
