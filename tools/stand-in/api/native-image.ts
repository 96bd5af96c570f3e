import { existsSync, readFileSync } from 'node:fs'
import type { NativeImage } from 'electron'
import { implementedOnly } from './implemented-only'

/** `nativeImage`, for icons: an image is the bytes of its file. */
export const nativeImage = implementedOnly('nativeImage', {
  createFromPath: (file: string) => image(existsSync(file) ? readFileSync(file) : Buffer.alloc(0)),
  createEmpty: () => image(Buffer.alloc(0)),
})

function image(bytes: Buffer): NativeImage {
  return implementedOnly('NativeImage', {
    isEmpty: () => bytes.length === 0,
    toPNG: () => bytes,
  } satisfies Partial<NativeImage>) as NativeImage
}
