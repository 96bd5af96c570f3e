type Content = string | Blob | Promise<string | Blob>

/** `ClipboardItem`: one thing on the clipboard, in several types. Bookmarks are not implemented. */
export class ClipboardItem {
  private readonly items: Map<string, Content>

  constructor(items: Record<string, Content>) {
    this.items = new Map(Object.entries(items))
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
