import { filePalette, haloWidth, type Scene, type Shape } from '../../core/figures/scene'

/** Dots of the bitmap for a px of the drawing: enough to be printed. */
const density = 3

/**
 * The drawing as the bytes of a PNG, on white paper. It is drawn here, shape by shape: a page that may
 * show no picture but its own files cannot have one made from SVG.
 */
export async function bitmapOf(scene: Scene): Promise<Uint8Array<ArrayBuffer>> {
  const canvas = document.createElement('canvas')
  canvas.width = scene.width * density
  canvas.height = scene.height * density
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (context === null) throw new Error('No bitmap can be drawn here')
  const family = getComputedStyle(document.body).fontFamily
  await document.fonts.load(`16px ${family}`, textOf(scene))
  context.scale(density, density)
  context.fillStyle = filePalette.paper
  context.fillRect(0, 0, scene.width, scene.height)
  for (const shape of scene.shapes) draw(context, shape, family)
  // At once: a blob is encoded only while there is nothing else to do, which has taken seven seconds on a busy machine.
  const [, base64 = ''] = canvas.toDataURL('image/png').split(',')
  return Uint8Array.from(atob(base64), (each) => each.charCodeAt(0))
}

const textOf = ({ shapes }: Scene): string =>
  shapes.map((shape) => (shape.kind === 'text' ? shape.text : '')).join('')

function draw(context: CanvasRenderingContext2D, shape: Shape, family: string): void {
  if (shape.kind === 'path') {
    const outline = new Path2D(shape.d)
    if (shape.fill) {
      context.fillStyle = filePalette[shape.fill]
      // oxlint-disable-next-line unicorn/no-array-fill-with-reference-type -- a canvas, not an array
      context.fill(outline)
    }
    if (shape.stroke) {
      context.strokeStyle = filePalette[shape.stroke]
      context.lineWidth = shape.width ?? 1
      context.stroke(outline)
    }
    return
  }
  context.font = `${shape.bold ? 600 : 400} ${shape.size}px ${family}`
  context.textAlign = alignments[shape.anchor]
  if (shape.halo) {
    context.strokeStyle = filePalette.paper
    context.lineWidth = haloWidth
    context.lineJoin = 'round'
    context.strokeText(shape.text, shape.x, shape.y)
  }
  context.fillStyle = filePalette[shape.ink]
  context.fillText(shape.text, shape.x, shape.y)
}

const alignments = { start: 'left', middle: 'center', end: 'right' } as const
