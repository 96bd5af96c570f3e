import type { DefaultTreeAdapterTypes as Tree } from 'parse5'

/**
 * The nodes in a part of a page, in the order of the page, however many and however deep.
 *
 * @param enters whether what stands in an element is given, too
 */
export function* nodesIn(
  part: Tree.ParentNode,
  enters: (element: Tree.Element) => boolean = () => true,
): Generator<Tree.ChildNode> {
  const open = [{ nodes: part.childNodes, next: 0 }]
  for (let level = open.at(-1); level !== undefined; level = open.at(-1)) {
    const node = level.nodes[level.next++]
    if (node === undefined) {
      open.pop()
      continue
    }
    yield node
    if ('tagName' in node && enters(node)) open.push({ nodes: node.childNodes, next: 0 })
  }
}

/** The elements of a name, in the order of the page; none that stands in another of them. */
export function elementsIn(part: Tree.ParentNode, name: string): readonly Tree.Element[] {
  const found: Tree.Element[] = []
  for (const node of nodesIn(part, ({ tagName }) => tagName !== name)) {
    if ('tagName' in node && node.tagName === name) found.push(node)
  }
  return found
}
