import { mainScriptOf } from '../../core/text/script-tag'
import { toggleEmendations } from '../state/gloss'
import type { Session } from '../state/session'
import { showForm, showScript } from '../state/switch-script'
import { Menu } from '../ui/menu'
import { BesideMenu } from './beside-menu'

const forms = ['zh-Hant', 'zh-Hant-TW', 'zh-Hant-HK', 'source'] as const

/** 繁 | 简, and beside it the menu of the forms that 繁 can take. */
export function ScriptSwitch({ session }: { session: Session }) {
  const { scriptSwitch, forms: formNames, edition, actions } = session.messages.value
  const shown = session.view.value.script
  const main = mainScriptOf(shown)
  const chosen = main === 'hant' ? formNames[traditional(shown)] : undefined
  return (
    <div class="script-switch">
      <div class="segments" role="radiogroup" aria-label={scriptSwitch.label}>
        <label lang="zh-Hant" title={scriptSwitch.traditional}>
          <input
            type="radio"
            name="script"
            aria-label={scriptSwitch.traditional}
            checked={main === 'hant'}
            onChange={() => showScript(session, 'hant')}
          />
          <span aria-hidden="true">繁</span>
        </label>
        <label lang="zh-Hans" title={scriptSwitch.simplified}>
          <input
            type="radio"
            name="script"
            aria-label={scriptSwitch.simplified}
            checked={main === 'hans'}
            onChange={() => showScript(session, 'hans')}
          />
          <span aria-hidden="true">简</span>
        </label>
      </div>
      <Menu
        label={scriptSwitch.form}
        {...(chosen === undefined ? {} : { chosen })}
        face={
          <FormName
            names={[...Object.values(formNames), scriptSwitch.form]}
            shown={chosen ?? scriptSwitch.form}
          />
        }
        options={forms
          .filter((form) => session.renditions.has(form))
          .map((form) => ({ value: form, label: formNames[form], checked: form === shown }))}
        onChoose={(form) => showForm(session, form)}
        extras={[
          {
            label: edition.showEmendations,
            checked: session.settings.value.emendationsShown,
            onChoose: () => toggleEmendations(session),
          },
          {
            label: actions.provenance,
            onChoose: () => {
              session.dialog.value = { kind: 'provenance' }
            },
          },
        ]}
      />
      <BesideMenu session={session} />
    </div>
  )
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
