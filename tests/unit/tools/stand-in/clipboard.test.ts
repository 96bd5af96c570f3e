import { clipboard } from '../../../../tools/stand-in/api/clipboard'
import { ClipboardItem } from '../../../../tools/stand-in/api/clipboard-item'

describe('the clipboard', () => {
  it('keeps what is written in each of its types', async () => {
    const html = new Blob(['<b>文</b>'], { type: 'text/html' })
    await clipboard.write([new ClipboardItem({ 'text/plain': '文', 'text/html': html })])
    expect(await clipboard.readText()).toBe('文')
    expect([await clipboard.has('text/html'), await clipboard.has('image/png')]).toEqual([
      true,
      false,
    ])
  })

  it('takes items alone, each of at least one type, as Electron’s does', async () => {
    const others = [
      new ClipboardItem({ 'text/plain': 'x' }),
      [{ 'text/plain': 'x' }],
      { text: 'x' },
    ]
    for (const other of others)
      await expect(clipboard.write(other as never)).rejects.toThrow(TypeError)
    for (const content of [{}, [], null, 'x'])
      expect(() => new ClipboardItem(content as never)).toThrow(TypeError)
  })
})
