import {
  type Color,
  colors,
  type MarkKind,
  type MarkStyle,
  markKinds,
} from '../../annotation/style'
import { field, isRecord } from '../../text/json-record'
import { instantSchema } from '../../text/schema'

const usual: MarkStyle = { color: 'yellow', kind: 'highlight' }

/** Roughly what each of our colours looks like, to find the nearest: red, green, blue, 0 to 255. */
const looks: Readonly<Record<Color, readonly [number, number, number]>> = {
  yellow: [249, 220, 92],
  green: [120, 205, 130],
  blue: [110, 175, 240],
  pink: [240, 130, 170],
  orange: [250, 165, 90],
  purple: [165, 120, 225],
}

const names: Readonly<Record<string, Color>> = { red: 'pink', cyan: 'blue', magenta: 'purple' }

/** Our style for what another program says of colour and line. */
export const styleFrom = (color: unknown, kind: unknown): MarkStyle => ({
  color: colorFrom(color) ?? usual.color,
  kind: kindFrom(kind) ?? usual.kind,
})

/** Our style out of class names such as our own export writes: `blue-underline`. */
export function styleFromClass(styleClass: string): MarkStyle {
  const words = styleClass.split(/[\s-]+/u)
  return styleFrom(words.find(colorFrom), words.find(kindFrom))
}

function kindFrom(kind: unknown): MarkKind | undefined {
  return kind === 'underlined' ? 'underline' : markKinds.find((known) => known === kind)
}

/** By name, as `#rrggbb`, or as an object with `red`, `green` and `blue`. */
function colorFrom(color: unknown): Color | undefined {
  if (typeof color === 'string') {
    const name = color.toLowerCase()
    const known = colors.find((one) => one === name)
    if (known !== undefined) return known
    if (Object.hasOwn(names, name)) return names[name]
    const parts = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})/u.exec(name)
    return parts ? nearest(parts.slice(1, 4).map((part) => Number.parseInt(part, 16))) : undefined
  }
  if (!isRecord(color)) return undefined
  const parts = ['red', 'green', 'blue'].map((name) => field(color, name))
  return parts.every((part) => typeof part === 'number') ? nearest(parts) : undefined
}

function nearest(parts: readonly number[]): Color {
  const distance = (color: Color) =>
    looks[color].reduce((sum, part, i) => sum + (part - (parts[i] ?? 0)) ** 2, 0)
  return colors.reduce((best, color) => (distance(color) < distance(best) ? color : best))
}

/** A time of another program's making by ISO 8601 with milliseconds, UTC; nothing where it is none. */
export function instantOf(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.length > 64) return undefined
  const time = Date.parse(value)
  if (Number.isNaN(time)) return undefined
  const instant = instantSchema.safeParse(new Date(time).toISOString())
  return instant.success ? instant.data : undefined
}
