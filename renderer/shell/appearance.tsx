import { AArrowDown, AArrowUp, Settings2 } from 'lucide'
import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import { themes, uiLanguages } from '../../core/app/settings'
import {
  indents,
  type TypographicScale,
  typefaces,
  typographicScales,
} from '../../core/app/typography'
import { usePreferences } from '../state/preferences'
import type { View } from '../state/view'
import type { FocusTarget } from '../ui/focus'
import { Icon, IconButton } from '../ui/icon'
import { togglePopover, usePopover } from '../ui/popover'

interface AppearanceProps {
  readonly target: FocusTarget<HTMLButtonElement>
  readonly view: View
}

/** How things look: how the text is set, the theme, the language of menus and messages. */
export function Appearance({ target, view }: AppearanceProps) {
  const id = useId()
  const panel = usePopover()
  const preferences = usePreferences()
  const { appearance, actions: actionNames, languageNames } = preferences.messages.value
  const settings = preferences.settings.value
  return (
    <>
      <button
        ref={target}
        type="button"
        class="icon-button"
        aria-label={appearance.label}
        title={appearance.label}
        popovertarget={id}
        onClick={(event) =>
          togglePopover(event, panel.current, (shown) => shown.querySelector('input'))
        }
      >
        <Icon of={Settings2} />
      </button>
      <div
        ref={panel}
        id={id}
        class="panel appearance"
        popover="auto"
        role="group"
        aria-label={appearance.label}
      >
        <Switch
          label={appearance.vertical}
          isOn={view.vertical.value}
          onToggle={() => view.toggleVertical()}
        />
        <Typesetting />
        <hr />
        <Choice
          label={appearance.theme}
          value={settings.theme}
          options={themes.map((theme) => [theme, appearance.themes[theme]])}
          onChoose={(theme) => preferences.change({ theme })}
        />
        <Switch
          label={appearance.patterns}
          isOn={settings.patterns}
          onToggle={() => preferences.change({ patterns: !settings.patterns })}
        />
        <Switch
          label={actionNames['show-progress']}
          isOn={settings.progressShown}
          onToggle={() => preferences.change({ progressShown: !settings.progressShown })}
        />
        <hr />
        <Choice
          label={appearance.language}
          value={settings.language}
          options={[
            ['system', appearance.systemLanguage],
            ...uiLanguages.map(
              (language) => [language, languageNames[language], language] as const,
            ),
          ]}
          onChoose={(language) => preferences.change({ language })}
        />
      </div>
    </>
  )
}

/** How the text is set, whatever document is open; each change shows at once. */
function Typesetting() {
  const preferences = usePreferences()
  const { appearance } = preferences.messages.value
  const { textSize, typography } = preferences.settings.value
  return (
    <>
      <Choice
        label={appearance.typeface}
        value={typography.typeface}
        options={typefaces.map((typeface) => [typeface, appearance.typefaces[typeface]])}
        onChoose={(typeface) => preferences.changeTypography({ typeface })}
      />
      <div class="panel-row">
        <span>{appearance.textSize}</span>
        <span class="stepper">
          <IconButton
            icon={AArrowDown}
            label={appearance.smaller}
            onClick={() => preferences.changeTextSize(-1)}
          />
          <output>{textSize}</output>
          <IconButton
            icon={AArrowUp}
            label={appearance.larger}
            onClick={() => preferences.changeTextSize(1)}
          />
        </span>
      </div>
      <Scale of="lineHeight" />
      <Scale of="measure" />
      <Scale of="paragraphSpacing" />
      <Scale of="columnGap" />
      <Choice
        label={appearance.indent}
        value={`${typography.indent}`}
        options={indents.map((indent) => [`${indent}`, appearance.indentOf(indent)])}
        onChoose={(chosen) => {
          const indent = indents.find((each) => `${each}` === chosen)
          if (indent !== undefined) preferences.changeTypography({ indent })
        }}
      />
      <Switch
        label={appearance.justified}
        isOn={typography.justified}
        onToggle={() => preferences.changeTypography({ justified: !typography.justified })}
      />
      <div class="panel-row">
        <span />
        <button type="button" class="quiet-button" onClick={() => preferences.setAsDesigned()}>
          {appearance.asDesigned}
        </button>
      </div>
    </>
  )
}

/** One scale of the typography. */
function Scale({ of: name }: { of: TypographicScale }) {
  const preferences = usePreferences()
  const { scales } = preferences.messages.value.appearance
  const value = preferences.settings.value.typography[name]
  return (
    <Row label={scales[name]}>
      <span class="scale">
        <input
          type="range"
          {...typographicScales[name]}
          value={value}
          onInput={(event) =>
            preferences.changeTypography({ [name]: event.currentTarget.valueAsNumber })
          }
        />
        <output aria-hidden="true">{value}</output>
      </span>
    </Row>
  )
}

interface ChoiceProps<T extends string> {
  readonly label: string
  readonly value: T
  /** Each with its name, and the language of the name where it is not the interface's. */
  readonly options: readonly (readonly [value: T, name: string, lang?: string])[]
  readonly onChoose: (value: T) => void
}

function Choice<T extends string>({ label, value, options, onChoose }: ChoiceProps<T>) {
  return (
    <Row label={label}>
      <select value={value} onChange={(event) => onChoose(event.currentTarget.value as T)}>
        {options.map(([option, name, lang]) => (
          <option key={option} value={option} lang={lang}>
            {name}
          </option>
        ))}
      </select>
    </Row>
  )
}

interface SwitchProps {
  readonly label: string
  readonly isOn: boolean
  readonly onToggle: () => void
}

function Switch({ label, isOn, onToggle }: SwitchProps) {
  return (
    <Row label={label}>
      <input type="checkbox" role="switch" class="switch" checked={isOn} onChange={onToggle} />
    </Row>
  )
}

function Row({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <label class="panel-row">
      <span>{label}</span>
      {children}
    </label>
  )
}
