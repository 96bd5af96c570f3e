import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { useMessages } from '../state/preferences'

type LicenceList = typeof import('./licences.json')

/** The works that the app contains, each with its terms. The list is loaded when it is first shown. */
export function Licences() {
  const list = useSignal<LicenceList | null>(null)
  const { licencesHow } = useMessages().edition.provenance
  useEffect(() => {
    void import('./licences.json').then((loaded) => {
      list.value = loaded
      return loaded
    })
  }, [])
  return (
    <>
      <p>{licencesHow}</p>
      <div class="licences">
        {list.value?.works.map(({ name, version, licence, text }) => (
          <details key={name} name="licences">
            <summary>
              <span>{name}</span>
              <span class="count">{version}</span>
              <span class="count">{licence}</span>
            </summary>
            <pre lang="en" tabIndex={0}>
              {list.value?.texts[text]}
            </pre>
          </details>
        ))}
      </div>
    </>
  )
}
