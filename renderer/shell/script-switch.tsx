import { Columns2 } from 'lucide'
import type { Messages } from '../../core/messages/en'
import type { OpenDocument } from '../../core/publication/open-document'
import { isChinese } from '../../core/script/conversion-forms'
import type { Rendition } from '../../core/script/rendition'
import { isInOneScript, mainScriptOf, type ScriptTag } from '../../core/text/script-tag'
import { useMessages, usePreferences } from '../state/preferences'
import type { Remarks } from '../state/remarks'
import type { View } from '../state/view'
import { Icon } from '../ui/icon'
import { Menu, type MenuExtra } from '../ui/menu'

const forms = ['zh-Hant', 'zh-Hant-TW', 'zh-Hant-HK', 'zh', 'source'] as const

interface ScriptSwitchProps {
  readonly view: View
  readonly open: OpenDocument
  readonly remarks: Remarks
  readonly onRemarks: () => void
  readonly onRepairs: () => void
  readonly onProvenance: () => void
}

/** 繁 | 简, and beside it the menu of the forms that 繁 can take. */
export function ScriptSwitch(props: ScriptSwitchProps) {
  const { view, open } = props
  const messages = useMessages()
  const { scriptSwitch } = messages
  const formNames = namesInMenu(open, messages)
  const renditions = view.forms.value
  const shown = view.state.value.script
  const options = [
    ...forms.map((form) => [form, formNames[form]] as const),
    ['zh-Hans', scriptSwitch.simplified] as const,
  ].filter(([form]) => renditions.has(form))
  const isForeign = !isChinese(open.document.data.canonicalScript) && options.length < 2
  const chosen = isForeign
    ? scriptSwitch.notChinese
    : mainScriptOf(shown) === 'hant'
      ? formNames[traditional(shown)]
      : scriptSwitch.simplified
  return (
    <div class="script-switch">
      {options.length > 1 && <Segments view={view} />}
      <Menu
        label={scriptSwitch.form}
        chosen={chosen}
        face={
          <FormName
            names={isForeign ? [chosen] : options.map(([, label]) => label)}
            shown={chosen}
          />
        }
        options={options.map(([form, label]) => ({ value: form, label, checked: form === shown }))}
        onChoose={(form) => view.showForm(form)}
        extras={editionItems(props, messages)}
      />
      {options.length > 1 && <BesideMenu view={view} renditions={renditions} />}
    </div>
  )
}

/** The two sides of the main switch. */
function Segments({ view }: { readonly view: View }) {
  const { scriptSwitch } = useMessages()
  const shown = view.state.value.script
  const main = mainScriptOf(shown)
  return (
    <div class="segments" role="radiogroup" aria-label={scriptSwitch.label}>
      <label lang="zh-Hant" title={scriptSwitch.traditional}>
        <input
          type="radio"
          name="script"
          aria-label={scriptSwitch.traditional}
          // As it was written, or published, it need be in neither script.
          checked={main === 'hant' && isInOneScript(shown)}
          onChange={() => view.showScript('hant')}
        />
        <span aria-hidden="true">繁</span>
      </label>
      <label lang="zh-Hans" title={scriptSwitch.simplified}>
        <input
          type="radio"
          name="script"
          aria-label={scriptSwitch.simplified}
          checked={main === 'hans'}
          onChange={() => view.showScript('hans')}
        />
        <span aria-hidden="true">简</span>
      </label>
    </div>
  )
}

/** What the menu of forms offers besides: how the edition shows what was done to the text. */
function editionItems(
  props: ScriptSwitchProps,
  { edition, actions }: Messages,
): readonly MenuExtra[] {
  const { remarks, onRemarks, onRepairs, onProvenance } = props
  return [
    {
      label: edition.showEmendations,
      checked: remarks.emendationsShown.value,
      onChoose: () => remarks.toggleEmendations(),
    },
    {
      label: edition.punctuationToo,
      checked: remarks.emendationsShown.value && remarks.punctuationShown.value,
      onChoose: () => remarks.togglePunctuation(),
    },
    {
      label: edition.showExplanations,
      checked: remarks.explanationsShown.value,
      onChoose: () => remarks.toggleExplanations(),
    },
    { label: actions.remarks, onChoose: onRemarks },
    ...(remarks.proposals.length > 0 ? [{ label: actions.repairs, onChoose: onRepairs }] : []),
    { label: actions.provenance, onChoose: onProvenance },
  ]
}

/** Beside 繁 its forms need not say that they are Traditional. Only the report was edited and published. */
function namesInMenu({ publication }: OpenDocument, messages: Messages) {
  const { forms, scripts, asInFile } = messages
  const isReport = publication.file === undefined
  const all = { ...forms, zh: scripts.zh }
  return isReport ? all : { ...all, 'zh-Hant': scripts['zh-Hant'], source: asInFile }
}

/** The name that is shown, in the room of the longest that can be. */
function FormName({ names, shown }: { names: readonly string[]; shown: string }) {
  return (
    <span class="form-name">
      {names.map((name) => (
        <span key={name} data-shown={name} data-current={name === shown} />
      ))}
    </span>
  )
}

const traditional = (shown: string) => forms.find((form) => form === shown) ?? 'zh-Hant'

interface BesideProps {
  readonly view: View
  /** The forms that the document has. */
  readonly renditions: ReadonlyMap<ScriptTag, Rendition>
}

/** The choice of a second form to be shown beside the one that is read. */
function BesideMenu({ view, renditions }: BesideProps) {
  const preferences = usePreferences()
  const { edition, appearance } = preferences.messages.value
  const names = view.names.value
  const { differencesShown } = preferences.settings.value
  const shown = view.rendition.value.tag
  const beside = view.beside.value?.tag
  const others = [...renditions.keys()].filter((tag) => tag !== shown)
  return (
    <Menu<ScriptTag | 'off'>
      label={edition.sideBySide}
      face={<Icon of={Columns2} />}
      isOn={beside !== undefined}
      options={[
        { value: 'off', label: edition.besideOff, checked: beside === undefined },
        ...others.map((tag) => ({ value: tag, label: names[tag], checked: tag === beside })),
      ]}
      onChoose={(choice) => view.showBeside(choice === 'off' ? null : choice)}
      extras={[
        {
          label: appearance.differences,
          checked: differencesShown,
          onChoose: () => preferences.change({ differencesShown: !differencesShown }),
        },
      ]}
    />
  )
}
