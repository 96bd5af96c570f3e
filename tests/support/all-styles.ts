import { colors, type MarkStyle, paintKinds } from '../../core/annotation/style'

/** Every style that is painted on words. */
export const allStyles: readonly MarkStyle[] = colors.flatMap((color) =>
  paintKinds.map((kind) => ({ color, kind })),
)
