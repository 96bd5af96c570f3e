import { AArrowDown, AArrowUp, Settings2 } from 'lucide'
import { useId } from 'preact/hooks'
import { themes, uiLanguages } from '../../core/app/settings'
import { usePreferences } from '../state/preferences'
import type { FocusTarget } from '../ui/focus'
import { Icon, IconButton } from '../ui/icon'

/** How things look: the size of the text, the theme, the language of menus and messages. */
export function Appearance({ target }: { target: FocusTarget }) {
  const id = useId()
  const preferences = usePreferences()
  const { view, themes: themeNames, languageNames } = preferences.messages.value
  const settings = preferences.settings.value
  return (
    <>
      <button
        ref={target.ref}
        type="button"
        class="icon-button"
        aria-label={view.label}
        title={view.label}
        popovertarget={id}
      >
        <Icon of={Settings2} />
      </button>
      <div id={id} class="panel" popover="auto" role="group" aria-label={view.label}>
        <div class="panel-row">
          <span>{view.textSize}</span>
          <span class="stepper">
            <IconButton
              icon={AArrowDown}
              label={view.smaller}
              onClick={() => preferences.changeTextSize(-1)}
            />
            <output>{settings.textSize}</output>
            <IconButton
              icon={AArrowUp}
              label={view.larger}
              onClick={() => preferences.changeTextSize(1)}
            />
          </span>
        </div>
        <label class="panel-row">
          <span>{view.theme}</span>
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
                {themeNames[theme]}
              </option>
            ))}
          </select>
        </label>
        <label class="panel-row">
          <span>{view.language}</span>
          <select
            value={settings.language}
            onChange={(event) =>
              preferences.change({
                language: event.currentTarget.value as typeof settings.language,
              })
            }
          >
            <option value="system">{view.systemLanguage}</option>
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
