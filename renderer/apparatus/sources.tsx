import type { Reference } from '../../core/apparatus/reference'
import type { PiyueApi } from '../../core/contract/contract'
import { useMessages } from '../state/preferences'

interface SourcesProps {
  readonly sources: readonly Reference[]
  /** Addresses are handed to main, which asks before anything opens. */
  readonly api: Pick<PiyueApi, 'openLink'>
}

/** What a claim rests on outside the text; where that is nothing, that it is the editor's. */
export function Sources({ sources, api }: SourcesProps) {
  const { remark: words } = useMessages().edition
  return (
    <p class="sources">
      {sources.length === 0 ? (
        words.editorial
      ) : (
        <>
          {words.source}
          {sources.map((source) => (
            <Source key={source.title} source={source} api={api} />
          ))}
        </>
      )}
    </p>
  )
}

function Source({ source, api }: { source: Reference } & Pick<SourcesProps, 'api'>) {
  const { title, address } = source
  const follow = (event: Event) => {
    event.preventDefault()
    if (address !== undefined) void api.openLink(address)
  }
  return (
    <cite lang="zh-Hans">
      {address === undefined ? (
        title
      ) : (
        <a href={address} title={address} onClick={follow}>
          {title}
        </a>
      )}
    </cite>
  )
}
