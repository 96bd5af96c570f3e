import { Share } from 'lucide'
import { type Scene, svgFile } from '../../core/figures/scene'
import { Icon } from '../ui/icon'
import { Menu } from '../ui/menu'
import { bitmapOf } from './bitmap'
import type { FiguresProps } from './figures-props'
import { SavedLine, useSaving } from './saving'

type Props = FiguresProps & { readonly scene: Scene; readonly title: string }

/** The fonts of a file: those that a reader elsewhere is likely to have. */
const fonts = 'Noto Sans CJK TC, Noto Sans TC, PingFang TC, Microsoft JhengHei, sans-serif'

/** Copies or saves a drawing, as lines or as dots, on white paper. */
export function PlotFiles(props: Props) {
  const { scene, title, language, messages, files, announce, open } = props
  const words = messages.figures
  const saving = useSaving(props)
  const svg = () => svgFile(scene, title, language, fonts)
  const name = `${open.document.title}－${title}`
  const copied = () => announce(words.copied)
  const perform = {
    copySvg: async () => {
      await files.copyText(svg())
      copied()
    },
    copyPng: async () => {
      await files.copyImage(await bitmapOf(scene))
      copied()
    },
    saveSvg: () => saving.save({ name, format: 'svg', content: svg() }),
    savePng: async () => saving.save({ name, format: 'png', content: await bitmapOf(scene) }),
  }
  const ways = Object.keys(perform) as (keyof typeof perform)[]
  return (
    <>
      <div class="plot-files">
        <Menu
          label={`${words.plotFile}: ${title}`}
          face={
            <>
              <Icon of={Share} size={16} />
              <span>{words.plotFile}</span>
            </>
          }
          options={ways.map((value) => ({ value, label: words[value] }))}
          onChoose={(way) => void perform[way]()}
        />
      </div>
      <SavedLine messages={messages} outcome={saving.outcome} files={files} />
    </>
  )
}
