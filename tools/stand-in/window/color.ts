/** A colour as Chromium's protocol takes it. */
interface Rgb {
  r: number
  g: number
  b: number
}

/** @throws for anything but `#rgb` and `#rrggbb` */
export function parseColor(text: string): Rgb {
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(text)
  const long = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(text)
  const parts = long?.slice(1) ?? short?.slice(1).map((digit) => digit + digit)
  const [r, g, b] = parts?.map((part) => Number.parseInt(part, 16)) ?? []
  if (r === undefined || g === undefined || b === undefined)
    throw new Error(`stand-in: the colour ${text} is not implemented; write #rrggbb`)
  return { r, g, b }
}
