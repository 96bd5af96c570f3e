/**
 * Paints ranges of the page without touching its text. The seam behind which another technique could
 * stand; whoever paints knows layers and ranges only.
 */
export interface Painter {
  /** Replaces all that the layer shows. Layers painted later in `layers` lie on top. */
  paint(layer: string, ranges: readonly AbstractRange[]): void
  /** Takes away all that was painted. */
  clear(): void
}

/**
 * Paints with the CSS Custom Highlight API: one registered highlight a layer, never one an
 * annotation, so that the cost is that of the ranges and not of style rules.
 */
export class HighlightPainter implements Painter {
  readonly #order: ReadonlyMap<string, number>

  /** @param layers the names of all layers, the lowest first; `::highlight(name)` styles each. */
  constructor(layers: readonly string[]) {
    this.#order = new Map(layers.map((layer, i) => [layer, i]))
  }

  paint(layer: string, ranges: readonly AbstractRange[]): void {
    if (ranges.length === 0) {
      CSS.highlights.delete(layer)
      return
    }
    const highlight = new Highlight(...ranges)
    highlight.priority = this.#order.get(layer) ?? 0
    CSS.highlights.set(layer, highlight)
  }

  clear(): void {
    for (const layer of this.#order.keys()) CSS.highlights.delete(layer)
  }
}
