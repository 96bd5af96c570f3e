import { AArrowDown, AArrowUp, Settings2 } from 'lucide'
import { useId } from 'preact/hooks'
import { themes, uiLanguages } from '../../core/app/settings'
import { usePreferences } from '../state/preferences'
import type { View } from '../state/view'
import type { FocusTarget } from '../ui/focus'
import { Icon, IconButton } from '../ui/icon'

interface AppearanceProps {
  readonly target: FocusTarget
  readonly view: View
}

/** How things look: the size of the text, the theme, the language of menus and messages. */
export function Appearance({ target, view }: AppearanceProps) {
  const id = useId()
  const preferences = usePreferences()
  const { appearance, languageNames } = preferences.messages.value
  const settings = preferences.settings.value
  return (
    <>
      <button
        ref={target.ref}
        type="button"
        class="icon-button"
        aria-label={appearance.label}
        title={appearance.label}
        popovertarget={id}
      >
        <Icon of={Settings2} />
      </button>
      <div id={id} class="panel" popover="auto" role="group" aria-label={appearance.label}>
        <div class="panel-row">
          <span>{appearance.textSize}</span>
          <span class="stepper">
            <IconButton
              icon={AArrowDown}
              label={appearance.smaller}
              onClick={() => preferences.changeTextSize(-1)}
            />
            <output>{settings.textSize}</output>
            <IconButton
              icon={AArrowUp}
              label={appearance.larger}
              onClick={() => preferences.changeTextSize(1)}
            />
          </span>
        </div>
        <label class="panel-row">
          <span>{appearance.vertical}</span>
          <input
            type="checkbox"
            role="switch"
            class="switch"
            checked={view.vertical.value}
            onChange={() => view.toggleVertical()}
          />
        </label>
        <label class="panel-row">
          <span>{appearance.theme}</span>
          <select
            value={settings.theme}
            onChange={(event) =>
              preferences.change({
                theme: event.currentTarget.value as (typeof themes)[number],
              })
            }
          >
            {themes.map((theme) => (
              <option key={theme} value={theme}>
                {appearance.themes[theme]}
              </option>
            ))}
          </select>
        </label>
        <label class="panel-row">
          <span>{appearance.language}</span>
          <select
            value={settings.language}
            onChange={(event) =>
              preferences.change({
                language: event.currentTarget.value as typeof settings.language,
              })
            }
          >
            <option value="system">{appearance.systemLanguage}</option>
            {uiLanguages.map((language) => (
              <option key={language} value={language} lang={language}>
                {languageNames[language]}
              </option>
            ))}
          </select>
        </label>
      </div>
    </>
  )
}
