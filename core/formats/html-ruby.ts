import type { DefaultTreeAdapterTypes as Tree } from 'parse5'

/** Some of what a `ruby` element holds, and the element that says how it is read, if one does. */
interface RubyBase {
  readonly nodes: readonly Tree.ChildNode[]
  readonly reading: Tree.Element | undefined
}

/**
 * What a `ruby` element holds, in order. Readings follow their characters: one all those before it, several the
 * elements before them that part the characters (`rb`), one each.
 *
 * Source of the method: W3C, HTML Ruby Markup Extensions.
 */
export function rubyBasesOf(ruby: Tree.Element): readonly RubyBase[] {
  const found: RubyBase[] = []
  let bases: Tree.ChildNode[][] = []
  let readings: Tree.Element[] = []
  let blanks: Tree.ChildNode[] = []
  /** Ends what was begun, and what parts it from the next. */
  const end = () => {
    const isEach = bases.length > 1 && readings.length > 1
    const parts = isEach ? bases : [bases.flat()]
    found.push(...parts.map((nodes, i) => ({ nodes, reading: readings[i] })))
    found.push({ nodes: blanks, reading: undefined })
    ;[bases, readings, blanks] = [[], [], []]
  }
  for (const child of ruby.childNodes) {
    const { nodeName } = child
    if (nodeName === 'rp') continue
    if (nodeName === 'rt' || nodeName === 'rtc') readings.push(child)
    else if ('value' in child && child.value.trim() === '') blanks.push(child)
    else {
      if (readings.length > 0 || bases.length === 0) end()
      const isApart = nodeName === 'rb' || bases.at(-1)?.some((one) => one.nodeName === 'rb')
      if (isApart || bases.length === 0) bases.push([...blanks, child])
      else bases.at(-1)?.push(...blanks, child)
      blanks = []
    }
  }
  end()
  return found
}
