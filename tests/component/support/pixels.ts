import type { Page } from 'playwright-core'

/** A pixel as it is seen: red, green, blue, 0 to 255. */
export type Pixel = readonly [red: number, green: number, blue: number]

/** What is seen in a part of the window, row by row. @param clip CSS px */
export async function pixelsIn(
  page: Page,
  clip: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
): Promise<readonly Pixel[]> {
  const picture = await page.screenshot({ clip })
  return page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (each) => each.charCodeAt(0))
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
    const drawing = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')
    drawing?.drawImage(bitmap, 0, 0)
    const { data } = drawing?.getImageData(0, 0, bitmap.width, bitmap.height) ?? { data: [] }
    return Array.from({ length: data.length / 4 }, (_, i): [number, number, number] => [
      data[4 * i] ?? 0,
      data[4 * i + 1] ?? 0,
      data[4 * i + 2] ?? 0,
    ])
  }, picture.toString('base64'))
}
