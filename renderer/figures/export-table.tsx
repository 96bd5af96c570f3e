import { FileDown } from 'lucide'
import { citation } from '../../core/exchange/citation'
import { compareTargets } from '../../core/figures/compare'
import {
  type FigureFormat,
  figuresCsv,
  figuresDataPackage,
} from '../../core/figures/figures-export'
import type { FigureRow } from '../../core/figures/table'
import { Icon } from '../ui/icon'
import { Menu } from '../ui/menu'
import type { FiguresProps } from './figures-props'
import { SavedLine, useSaving } from './saving'

/** Saves the rows that are shown, as data. */
export function ExportTable(props: FiguresProps & { readonly rows: readonly FigureRow[] }) {
  const { open, list, messages, rows, files } = props
  const words = messages.figures
  const saving = useSaving(props)
  const name = `${open.document.title}－${words.title}`
  const save = (format: FigureFormat) =>
    saving.save(
      format === 'csv'
        ? { name, format: 'csv', content: figuresCsv(open.document, rows) }
        : {
            name,
            format: 'json',
            content: figuresDataPackage(
              open.document,
              rows,
              compareTargets(list),
              citation(open.canonical, messages.citation),
              new Date().toISOString(),
            ),
          },
    )
  return (
    <div class="figures-export">
      <SavedLine messages={messages} outcome={saving.outcome} files={files} />
      <Menu
        label={words.saveAs}
        face={
          <>
            <Icon of={FileDown} />
            <span>{words.saveAs}</span>
          </>
        }
        options={[
          { value: 'csv' as const, label: words.csv },
          { value: 'datapackage' as const, label: words.datapackage },
        ]}
        onChoose={(format) => void save(format)}
      />
    </div>
  )
}
