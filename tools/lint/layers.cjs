/**
 * The order of the house, to which `arrows.cjs` holds every import.
 *
 * Of ours a layer uses itself and the layers that it names. Its rooms are given from the ground up: a room uses what
 * stands before it. Rooms in one list do not know one another. `.` is what lies in no room. A layer that names no
 * rooms has no order within. What it does `without` are packages; `node` is all that comes with Node.
 */
exports.layers = {
  core: {
    uses: [],
    rooms: [
      'text',
      'document',
      'formats',
      'script',
      'repair',
      'search',
      'anchor',
      'annotation',
      'apparatus',
      'figures',
      'publication',
      'app',
      'messages',
      'exchange',
      'contract',
    ],
    without: ['node', 'electron', 'lowdb', 'preact', '@preact'],
  },

  main: {
    uses: ['core', 'assets'],
    rooms: [
      'disk',
      'start',
      'errors',
      'menu',
      'store/durable',
      'store',
      'window',
      'library',
      'exchange',
      'cli',
      '.',
    ],
  },

  renderer: {
    uses: ['core'],
    rooms: [
      'ui',
      'state',
      'reader',
      ['apparatus', 'exchange', 'figures', 'find', 'library', 'notes', 'palette', 'shell', 'voice'],
      'app',
      '.',
    ],
    // It reaches the outside through core/contract/contract.ts.
    without: ['node', 'electron', 'lowdb'],
  },

  tools: { uses: ['core', 'main', 'assets'] },
  tests: { uses: ['core', 'main', 'renderer', 'tools', 'assets'] },

  // What runs the tests, or shows and measures the app with what they are made of.
  'tools/test': { uses: ['tools', 'tests'] },
  'tools/bench': { uses: ['core', 'tools', 'tests'] },
  'tools/screenshots': { uses: ['tools', 'tests'] },
}

/** Rooms that use less than what stands below them. */
exports.narrower = {
  // The adapter makes any state durable, wherever files are: the two know nothing of Piyue.
  'main/disk': [],
  'main/store/durable': ['main/disk'],
}
