import type { Figure } from '../../core/figures/figure'
import type { FiguresProps } from './figures-props'

type Props = Pick<FiguresProps, 'rendition' | 'messages' | 'goTo'> & { readonly figure: Figure }

/** The words of a figure, in the form that is read; pressing them goes to their place in the text. */
export function PassageButton({ figure, rendition, messages, goTo }: Props) {
  const words = rendition.slice(figure.range)
  return (
    <button
      type="button"
      class="passage-button"
      data-figure={figure.id}
      lang={rendition.lang}
      title={messages.figures.goTo(words)}
      aria-label={messages.figures.goTo(words)}
      onClick={() => goTo(figure)}
    >
      {words}
    </button>
  )
}
