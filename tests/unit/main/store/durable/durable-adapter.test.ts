import { Low } from 'lowdb'
import * as z from 'zod'
import { closed } from '../../../../../core/text/schema'
import { DurableAdapter } from '../../../../../main/store/durable/durable-adapter'
import { Journaled, type Model } from '../../../../../main/store/durable/model'
import { Random } from '../../../../../tools/crash/random'
import { SimulatedDisk } from '../../../../../tools/crash/simulated-disk'

/** A shopping list: as far from a reader's notes as can be. */
interface Item {
  readonly id: string
  readonly amount: number
}

interface Buy {
  readonly bought: readonly Item[]
}

const item = closed({ id: z.string(), amount: z.number() })
const buy = closed({ bought: z.array(item) })

/** Remembers how often something was bought; of two amounts the greater stands. */
const model: Model<Item, Buy, number> = {
  name: 'list',
  formats: { checkpoint: 'shopping-list', journal: 'shopping-journal' },
  version: 1,
  migrations: {},
  record: item,
  readUnknown: (json) => item.safeParse(json).data,
  readChange: (json) => buy.safeParse(json).data,
  effects: ({ bought }) => new Map(bought.map((one) => [one.id, one])),
  emptyMemory: 0,
  remember: (count) => count + 1,
  writeMemory: (count) => count,
  readMemory: (json) => z.number().catch(0).parse(json),
  merge: ({ records }, others) => {
    const theirs = others.flatMap((one) => [...one.theirs.values()])
    const bought = theirs.filter(({ id, amount }) => amount > (records.get(id)?.amount ?? 0))
    const change = bought.length > 0 ? { bought } : undefined
    return { change, count: bought.length, losers: [] }
  },
}

const folder = '/list'

async function makeDisk() {
  const disk = new SimulatedDisk(new Random(1))
  await disk.makeFolder(folder)
  return disk
}

async function open(files: SimulatedDisk, writer = 'here') {
  const adapter = new DurableAdapter({ model, folder, writer, files })
  const low = new Low(adapter, new Journaled(model))
  await low.read()
  await low.write()
  return { adapter, low }
}

const buying = (id: string, amount: number) => (data: Journaled<Item, Buy, number>) =>
  data.add({ bought: [{ id, amount }] })

const listOf = ({ data }: Low<Journaled<Item, Buy, number>>) =>
  [...data.snapshot.records.values()].map(({ id, amount }) => `${amount} ${id}`)

describe('the durable adapter, with a state that has nothing to do with notes', () => {
  test('gives lowdb what was updated last, after the process has ended and after closing', async () => {
    const files = await makeDisk()
    const { low } = await open(files)
    await low.update(buying('pears', 2))
    await low.update(buying('plums', 5))
    const again = await open(files)
    expect([listOf(again.low), again.low.data.snapshot.memory]).toEqual([['2 pears', '5 plums'], 2])
    await again.low.update(buying('pears', 3))
    await again.adapter.close(again.low.data)
    const last = await open(files)
    expect([listOf(last.low), last.low.data.snapshot.memory]).toEqual([['3 pears', '5 plums'], 3])
  })

  test('writes a line for a change, and not the state', async () => {
    const files = await makeDisk()
    const { low } = await open(files)
    const many = Array.from({ length: 1_000 }, (_, i) => ({ id: `n${i}`, amount: i }))
    await low.update((data) => data.add({ bought: many }))
    const length = async () => (await files.read(`${folder}/list.here.journal`)).length
    const before = await length()
    await low.update(buying('pears', 2))
    expect((await length()) - before).toBeLessThan(200)
  })

  test('brings together what two writers did to one folder, by the model’s own rule', async () => {
    const files = await makeDisk()
    const here = await open(files, 'here')
    const there = await open(files, 'there')
    await here.low.update(buying('pears', 2))
    await there.low.update(buying('pears', 7))
    await here.low.write()
    expect(listOf(here.low)).toEqual(['7 pears'])
  })

  test('is looked at as it is at one moment, though who has it open folds its journal meanwhile', async () => {
    const files = await makeDisk()
    const { adapter, low } = await open(files)
    await low.update(buying('pears', 2))
    await adapter.close(low.data)
    const again = await open(files)
    await again.low.update(buying('plums', 5))
    const read = files.read.bind(files)
    const write = files.open.bind(files)
    // Nor is there a generation yet, which comes after both.
    jest.spyOn(files, 'open').mockImplementation(async (path, how) => {
      if (path.includes('generations')) throw new Error('not yet')
      return write(path, how)
    })
    jest.spyOn(files, 'read').mockImplementationOnce(async (path) => {
      const bytes = await read(path)
      await again.adapter.close(again.low.data)
      return bytes
    })
    const looking = new DurableAdapter({ model, folder, writer: 'here', files })
    expect([...(await looking.look()).keys()]).toEqual(['pears', 'plums'])
  })

  test('keeps a change in memory whose write was refused, and writes it with the next', async () => {
    const files = await makeDisk()
    const { low } = await open(files)
    const sync = jest.spyOn(files, 'facts').mockRejectedValue(new Error('no'))
    await expect(low.update(buying('pears', 2))).rejects.toThrow('no')
    sync.mockRestore()
    await low.update(buying('plums', 5))
    expect(listOf((await open(files)).low)).toEqual(['2 pears', '5 plums'])
  })
})
