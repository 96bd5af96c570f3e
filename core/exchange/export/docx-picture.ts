import { ImageRun } from 'docx'
import { mediaTypeOf } from '../../formats/pictures'

/** The kinds of pictures that Word shows, by what they are called elsewhere. */
const wordTypes = { 'image/png': 'png', 'image/jpeg': 'jpg', 'image/gif': 'gif' } as const

/** As wide and high as a picture may be on the page, in CSS px. */
const most = { width: 600, height: 800 } as const

/** A picture, no larger than the page; nothing where Word has no such pictures. */
export function pictureOf(bytes: Uint8Array, description: string): ImageRun | undefined {
  const mediaType = mediaTypeOf(bytes)
  if (mediaType === undefined || !(mediaType in wordTypes)) return undefined
  const size = pixelsOf(bytes)
  if (size === undefined) return undefined
  const scale = Math.min(1, most.width / size.width, most.height / size.height)
  return new ImageRun({
    type: wordTypes[mediaType as keyof typeof wordTypes],
    data: bytes,
    transformation: {
      width: Math.max(1, Math.round(size.width * scale)),
      height: Math.max(1, Math.round(size.height * scale)),
    },
    altText: { name: description, title: '', description },
  })
}

interface Size {
  readonly width: number
  readonly height: number
}

/** How large a picture is, in pixels, as its first bytes say; nothing where they do not. */
function pixelsOf(bytes: Uint8Array): Size | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const mediaType = mediaTypeOf(bytes)
  const found = mediaType === 'image/jpeg' ? jpegPixels(view) : headPixels(view, mediaType)
  return found !== undefined && found.width > 0 && found.height > 0 ? found : undefined
}

/** PNG (its first chunk, IHDR) and GIF (its logical screen) say it at the start. */
function headPixels(view: DataView, mediaType: string | undefined): Size | undefined {
  if (mediaType === 'image/png' && view.byteLength >= 24) {
    return { width: view.getUint32(16), height: view.getUint32(20) }
  }
  if (mediaType === 'image/gif' && view.byteLength >= 10) {
    return { width: view.getUint16(6, true), height: view.getUint16(8, true) }
  }
  return undefined
}

/** Whether a marker of JPEG begins a frame: SOF0 to SOF15, but DHT, JPG and DAC (T.81, B.1.1.3). */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)

/** JPEG says it in the segment that begins a frame. */
function jpegPixels(view: DataView): Size | undefined {
  for (let at = 2; at + 9 <= view.byteLength; ) {
    if (view.getUint8(at) !== 0xff) return undefined
    const marker = view.getUint8(at + 1)
    if (marker === 0xff) at++
    else if (isFrame(marker)) {
      return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) }
    } else at += 2 + view.getUint16(at + 2)
  }
  return undefined
}
