import { AArrowDown, AArrowUp, Settings2 } from 'lucide'
import { useId } from 'preact/hooks'
import { themes, uiLanguages } from '../../core/app/settings'
import { changeSettings, type Session } from '../state/session'
import { changeTextSize } from '../state/text-size'
import { Icon } from '../ui/icon'
import { IconButton } from '../ui/icon-button'

/** Opens the panel, as its button does. */
export function openAppearance(): void {
  document.querySelector<HTMLElement>('[data-menu="appearance"]')?.click()
}

/** How things look: the size of the text, the theme, the language of menus and messages. */
export function Appearance({ session }: { session: Session }) {
  const id = useId()
  const { view, themes: themeNames, languageNames } = session.messages.value
  const settings = session.settings.value
  return (
    <>
      <button
        type="button"
        class="icon-button"
        aria-label={view.label}
        title={view.label}
        data-menu="appearance"
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
              onClick={() => changeTextSize(session, -1)}
            />
            <output>{settings.textSize}</output>
            <IconButton
              icon={AArrowUp}
              label={view.larger}
              onClick={() => changeTextSize(session, 1)}
            />
          </span>
        </div>
        <label class="panel-row">
          <span>{view.theme}</span>
          <select
            value={settings.theme}
            onChange={(event) =>
              changeSettings(session, {
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
              changeSettings(session, {
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
