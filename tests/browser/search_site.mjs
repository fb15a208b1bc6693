// A site that is published for the tests of the search.
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { publish, temporaryFolder } from '../support/published.mjs'

const page = (title, text, more = '') => `+++\ntitle = '${title}'\n${more}+++\n\n${text}\n`
const files = {
  'site.toml': 'title = "Moorvale"\nlanguage = "en-GB"\n[rules]\n' +
    ['missing-field', 'missing-end', 'missing-value'].map((rule) => `${rule} = "warning"\n`).join(''),
  'content/index.md': page('Home', 'How Moorvale buys its services.'),
  'content/a.md': page('Otters', 'Their homes.'),
  'content/b.md': page('Rivers', '## Otters of the upper river\n\nThey swim.'),
  'content/c.md': page('Ponds', 'Some otters and a heron live here.'),
  'content/d.md': page('Ottering', 'What people do who look for them by the river.'),
  'content/e.md': page('Herons', 'They stand by the river, where children watch.'),
  'content/caf\u00e9.md': page('The caf\u00e9', 'Cafe hours of the children\u2019s kitchen.'),
  'content/hostile.md': page('Hostile \\<img src=x onerror=alert(1)>', 'Words \\<script>alert(2)\\</script> and &amp; more hostility.'),
  'content/standards/S1.md': page('Water is clean', 'Rivers are clean for otters.'),
  'content/glossary/terms.toml': '[weir]\ntitle = "Weir"\ntext = "A low wall across a river."\n',
  'content/draft.md': page('Unfinished wolverines', 'Text.', 'draft = true\n'),
  'content/register/contracts.toml': '[C-1]\ntitle = "Dredging of the moat"\nsupplier = "s"\n' +
    '[[C-1.redactions]]\nfield = "supplier"\nreason = "Commercially sensitive"\n[C-2]\ntitle = "Nets"\nsupplier = "t"\n',
  'content/register/suppliers.toml': '[s]\ntitle = "Lapwing"\n[t]\ntitle = "Plover"\n'
}
// Ten files of results, and words that begin alike in more than one file of terms.
for (let i = 0; i < 400; i++)
  files[`content/notes/n${i}.md`] = page(`Note ${i}`, `Common words of note ${i}${i % 20 ? '' : ', a twentieth'}: zebra${i}a zebra${i}b.`)

// The folder that the site is published to.
export function publishSearchSite() {
  const place = temporaryFolder()
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(place, name)), { recursive: true })
    writeFileSync(path.join(place, name), text)
  }
  return publish(place)
}
