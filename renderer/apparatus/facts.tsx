import {
  type Basis,
  bases,
  certainties,
  type EmendationKind,
  emendationKinds,
} from '../../core/apparatus/emendation'
import { sum } from '../../core/apparatus/sum'
import type { OpenDocument } from '../../core/publication/open-document'
import { useMessages } from '../state/preferences'

/** How much was done, by kind, and what the readings rest on. */
export function Counts({ open }: { open: OpenDocument }) {
  const { edition } = useMessages()
  const { provenance: wording, kinds } = edition
  const { emendations, sic, kept, explanations } = open.publication.build
  const count = (kind: EmendationKind, basis?: Basis) =>
    sum(basis === undefined ? Object.values(emendations[kind]) : [emendations[kind][basis]])
  return (
    <>
      <table class="counts">
        <tbody>
          {emendationKinds.map((kind) => (
            <Row key={kind} name={kinds[kind]} count={count(kind)} what={wording.done[kind]} />
          ))}
          <Row
            name={kinds.sic}
            count={sum(Object.values(sic))}
            what={`${wording.done.sic} (${wording.breakdown(
              certainties.map((certainty) => [edition.certainties[certainty], sic[certainty]]),
            )})`}
          />
          <Row name={kinds.kept} count={kept} what={wording.done.kept} />
          <Row
            name={edition.remarks.explanations}
            count={sum(Object.values(explanations))}
            what={wording.done.explanations}
          />
        </tbody>
      </table>
      <table class="counts">
        <caption>{wording.byBasis}</caption>
        <tbody>
          {bases.map((basis) => (
            <Row
              key={basis}
              name={edition.bases[basis]}
              count={sum(emendationKinds.map((kind) => count(kind, basis)))}
              what={wording.breakdown(
                emendationKinds
                  .map((kind) => [kinds[kind], count(kind, basis)] as const)
                  .filter(([, number]) => number > 0),
              )}
            />
          ))}
        </tbody>
      </table>
    </>
  )
}

function Row({ name, count, what }: { name: string; count: number; what: string }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td class="number">{count}</td>
      <td>{what}</td>
    </tr>
  )
}

/** What tells this edition from any other, and what it was made with. */
export function Identity({ open, version }: { open: OpenDocument; version: string }) {
  const { document } = open
  const { provenance: wording } = useMessages().edition
  const { converter, overrides } = open.publication.build
  const rows: readonly (readonly [string, string])[] = [
    [wording.document, document.id],
    [wording.digest, document.digest],
    [wording.length, wording.lengthOf(document.length, document.placed.length)],
    [wording.converter, `${converter.name} ${converter.version}`],
    [wording.overrides, String(overrides)],
    [wording.app, version],
  ]
  return (
    <dl class="identity">
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
