import type { Reference } from '../../core/apparatus/reference'
import { useMessages } from '../state/preferences'

/** What a claim rests on outside the text; where that is nothing, that it is the editor's. */
export function Sources({ sources }: { sources: readonly Reference[] }) {
  const { gloss } = useMessages().edition
  return (
    <p class="sources">
      {sources.length === 0 ? (
        gloss.editorial
      ) : (
        <>
          {gloss.source}
          {sources.map(({ title }) => (
            <cite key={title} lang="zh-Hans">
              {title}
            </cite>
          ))}
        </>
      )}
    </p>
  )
}
