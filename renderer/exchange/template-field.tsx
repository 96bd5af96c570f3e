import type { Session } from '../state/session'
import { SelectField } from '../ui/select-field'

interface TemplateFieldProps {
  readonly session: Session
  readonly templates: readonly string[]
  readonly chosen: string | undefined
  readonly onChoose: (template: string | undefined) => void
}

/** The reader's own templates, where there are any, and the way to the folder they lie in. */
export function TemplateField({ session, templates, chosen, onChoose }: TemplateFieldProps) {
  const wording = session.messages.value.export
  return (
    <>
      {templates.length > 0 && (
        <SelectField
          label={wording.template}
          value={chosen ?? ''}
          options={[
            { value: '', label: wording.noTemplate },
            ...templates.map((value) => ({ value, label: value })),
          ]}
          onChange={(value) => onChoose(value === '' ? undefined : value)}
        />
      )}
      <button
        type="button"
        class="link-button"
        onClick={() => void session.api.showInFolder('templates')}
      >
        {wording.templatesFolder}
      </button>
    </>
  )
}
