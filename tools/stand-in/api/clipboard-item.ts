type Content = string | Blob | Promise<string | Blob>

/** `ClipboardItem`: one thing on the clipboard, in several types. Bookmarks are not implemented. */
export class ClipboardItem {
  private readonly items: Map<string, Content>

  /** @throws TypeError for anything but an object with at least one type */
  constructor(items: Record<string, Content>) {
    if (typeof items !== 'object' || items === null || Array.isArray(items))
      throw new TypeError("Failed to construct 'ClipboardItem': 1 argument required")
    this.items = new Map(Object.entries(items))
    if (this.items.size === 0)
      throw new TypeError(
        "Failed to construct 'ClipboardItem': at least one MIME type is required.",
      )
  }

  get types(): string[] {
    return [...this.items.keys()]
  }

  async getType(type: string): Promise<Blob> {
    const content = await this.items.get(type)
    if (content === undefined) throw new Error(`The type '${type}' was not found`)
    return typeof content === 'string' ? new Blob([content], { type }) : content
  }
}
