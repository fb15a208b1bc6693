// The search of a published site: what its script finds, in which order and at what cost; and its page in a browser.
import assert from 'node:assert/strict'
import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { script, search } from './search_page.mjs'
import { openBrowser, serve } from './published.mjs'
import { publishSearchSite } from './search_site.mjs'

const folder = publishSearchSite()
const titles = async (query) => (await search(folder, query)).found.map(({ title }) => title)

test('the script has at most 5,120 bytes and makes no markup and no code of text', () => {
  assert.ok(Buffer.byteLength(script(folder)) <= 5120)
  assert.doesNotMatch(script(folder), /innerHTML|insertAdjacent|document\.write|eval|Function\(/)
})

test('the script finds each word of the list by the term that the index has it by', async () => {
  const list = readFileSync(path.join(import.meta.dirname, '../unit/search/words.txt'), 'utf8')
  const pairs = list.split('\n').filter((line) => line && !line.startsWith('#')).map((line) => line.split(/\s+/))
  const { value } = await search(folder, '', `return ${JSON.stringify(pairs)}.map(([word]) => termOf(word) || '-')`)
  assert.deepEqual(value, pairs.map(([, term]) => term))
  assert.ok(value.length > 30)
})

test('one letter changed, missing, added or swapped is one slip', async () => {
  const pairs = [['otter', 'otter', 0], ['ottar', 'otter', 1], ['oter', 'otter', 1], ['ottter', 'otter', 1], ['otetr', 'otter', 1], ['ottre', 'otter', 1], ['xxter', 'otter', 2], ['a', 'otter', 5]]
  const { value } = await search(folder, '', `return ${JSON.stringify(pairs)}.map(([a, b]) => slips(a, b))`)
  assert.deepEqual(value, pairs.map(([, , count]) => count))
})

test('a title goes before a heading, that before a word that is begun in a title, and a text goes last', async () => {
  const { value } = await search(folder, 'otter', 'return ranked.map((page) => known[page][1])')
  assert.deepEqual(value, ['Otters', 'Rivers', 'Ottering', 'Ponds', 'Standard 1: Water is clean'])
})

test('the plural finds the singular and the other way round', async () => {
  assert.deepEqual(await titles('heron'), await titles('herons'))
  assert.ok((await titles('child')).includes('Herons'))
})

test('all words must be there, and a rare one tells more than a common one', async () => {
  assert.deepEqual(await titles('heron children'), ['Herons'])
  assert.deepEqual(await titles('heron wolverine'), [])
})

test('accents and capitals make no difference', async () => {
  assert.deepEqual(await titles('CAF\u00c9'), ['The caf\u00e9'])
  assert.deepEqual(await titles('cafe'), ['The caf\u00e9'])
})

test('the last word may be the beginning of one, no other may', async () => {
  assert.deepEqual(await titles('otteri'), ['Ottering'])
  assert.deepEqual(await titles('stand wat'), ['Herons'])
  assert.deepEqual(await titles('wat stand'), [])
})

test('a word that is one slip away is found, and told', async () => {
  const { found, status, offers } = await search(folder, 'hreon')
  assert.ok(found.some(({ title }) => title === 'Herons'))
  assert.equal(status, 'Results found: 2. The nearest word here: heron')
  assert.deepEqual(offers, ['?q=heron'])
})

test('a word that is farther off is offered, and what is like nothing is not', async () => {
  assert.equal((await search(folder, 'ottexxr')).status, 'Results found: 0. The nearest word here: otter')
  assert.equal((await search(folder, 'zzzzqqqq')).status, 'Results found: 0')
})

test('results show ten at a time, the rest at a press', async () => {
  const { found, more } = await search(folder, 'common')
  assert.equal(found.length, 10)
  assert.equal(more.hidden, false)
  const { found: all, status } = await search(folder, 'common', 'while (!more.hidden) await more.onclick()')
  assert.equal(all.length, 401)
  assert.equal(status, 'Results found: 401')
  assert.equal(new Set(all.map(({ address }) => address)).size, 401)
})

test('there is more to show until every result is shown, in however many files they stand', async () => {
  const { found, more } = await search(folder, 'twentieth', 'await more.onclick()')
  assert.ok(found.length > 10 && found.length < 20)
  assert.equal(more.hidden, false)
  assert.equal((await search(folder, 'twentieth', 'while (!more.hidden) await more.onclick()')).found.length, 20)
})

test('what the last word begins is found in the next file of terms too', async () => {
  const { status, fetched } = await search(folder, 'zebra')
  assert.equal(status, 'Results found: 400')
  assert.equal(fetched.filter((name) => name.startsWith('terms')).length, 2)
  assert.equal((await search(folder, 'common words note zebra')).found.length, 10)
})

test('a word that is too long for the index is passed over, and nothing is fetched for it', async () => {
  const long = 'abcdefghij'.repeat(200)
  const { status, fetched, offers } = await search(folder, long)
  assert.equal(status, 'Results found: 0')
  assert.deepEqual([fetched, offers], [[], []])
  const beside = await search(folder, long + ' heron')
  assert.equal(beside.status, 'Results found: 2')
  assert.deepEqual(beside.fetched, (await search(folder, 'heron')).fetched)
})

test('no answer takes more than four files', async () => {
  for (const query of ['common note', 'common word note', 'river otter heron child', 'hreon rivre notte', 'note 5', 'words comm', 'a of the', ''])
    assert.ok((await search(folder, query)).fetched.length <= 4, query)
})

test('results are grouped by kind and the words sought are marked', async () => {
  const { results } = await search(folder, 'river')
  assert.deepEqual(results.all('h2').map((heading) => heading.textContent).sort(), ['Glossary', 'Pages', 'Standards'])
  assert.deepEqual([...new Set(results.all('mark').map((mark) => mark.textContent.toLowerCase()))].sort(), ['river', 'rivers'])
})

test('drafts and what is withheld are in no file of the search', async () => {
  const data = path.join(folder, 'search/data')
  const bytes = readdirSync(data).map((name) => readFileSync(path.join(data, name), 'latin1')).join('') + readFileSync(path.join(folder, 'search/index.html'), 'latin1')
  assert.ok(bytes.includes('plover'))
  assert.doesNotMatch(bytes, /wolverine/i)
  assert.deepEqual((await titles('lapwing')).filter((title) => /dredging/i.test(title)), [])
  assert.ok((await titles('plover')).some((title) => /nets/i.test(title)))
})

test('markup in a query or in a title stays text', async () => {
  const { found, results, status } = await search(folder, '<img src=x onerror=alert(1)> hostile')
  assert.equal(status.startsWith('Results found: '), true)
  const hostile = (await search(folder, 'hostile')).found
  assert.equal(hostile[0].title, 'Hostile <img src=x onerror=alert(1)>')
  assert.ok(found.length <= 1 && results.all('img').length === 0)
})

test('the page in a browser', async (t) => {
  const server = await serve(folder)
  const browser = await openBrowser()
  try {
    const page = await browser.newPage()
    const trouble = []
    page.on('console', (message) => trouble.push(message.text()))
    page.on('pageerror', (error) => trouble.push(String(error)))
    page.on('dialog', (dialog) => trouble.push('dialog') && dialog.dismiss())
    page.on('request', (request) => request.url().startsWith(server.address) || request.url().startsWith('data:') || trouble.push(request.url()))

    await t.test('the form in the head of a page leads to the results', async () => {
      await page.goto(server.address + 'a/')
      assert.equal(await page.locator('script').count(), 0)
      await page.getByRole('search').getByLabel('Search').fill('heron')
      await page.keyboard.press('Enter')
      await page.waitForURL('**/search/?q=heron')
      await page.getByText('Results found: 2').waitFor()
      assert.equal(await page.getByLabel('Words to look for').inputValue(), 'heron')
      assert.equal(await page.locator('form[role=search]').count(), 1)
      assert.equal(await page.locator('#search-results mark').first().evaluate((mark) => mark.textContent), 'Herons')
      // The ground of the page, on which the colours of text and links have their contrast.
      assert.equal(await page.locator('#search-results mark').first().evaluate((mark) => getComputedStyle(mark).backgroundColor), 'rgba(0, 0, 0, 0)')
      await page.getByRole('link', { name: 'Herons' }).click()
      await page.waitForURL('**/e/')
    })
    await t.test('the status is polite and is written once', async () => {
      await page.goto(server.address + 'search/?q=common')
      await page.getByText('Results found: 401').waitFor()
      assert.equal(await page.locator('[role=status]').count(), 1)
      await page.getByRole('button', { name: 'Show more results' }).click()
      await page.waitForFunction(() => document.querySelectorAll('#search-results li').length === 20)
      await page.getByRole('searchbox').fill('c')
      assert.equal(await page.locator('[role=status]').textContent(), 'Results found: 401')
    })
    await t.test('hostile input stays text', async () => {
      for (const query of ['<img src=x onerror=alert(1)>', '"><script>alert(1)</script>', "'\\u003cimg", 'hostile'])
        for (const address of [`search/?q=${encodeURIComponent(query)}`]) {
          await page.goto(server.address + address)
          await page.getByText('Results found:').waitFor()
          assert.equal(await page.locator('main img, main script').count(), 0)
          assert.equal(await page.getByRole('searchbox').inputValue(), query)
        }
      assert.ok(await page.getByRole('link', { name: 'Hostile <img src=x onerror=alert(1)>' }).isVisible())
    })
    await t.test('an index that cannot be read is told', async () => {
      await page.route('**/search/data/**', (route) => route.fulfill({ status: 404, body: 'gone' }))
      await page.goto(server.address + 'search/?q=heron')
      await page.getByText('The index of the search cannot be read.').waitFor()
      await page.unroute('**/search/data/**')
      trouble.splice(0, trouble.length, ...trouble.filter((text) => !text.includes('404')))
    })
    await t.test('without JavaScript the page says how else to find things', async () => {
      const context = await browser.newContext({ javaScriptEnabled: false })
      const plain = await context.newPage()
      await plain.goto(server.address + 'search/?q=heron')
      assert.ok(await plain.locator('noscript p').isVisible())
      assert.match(await plain.locator('noscript p').innerText(), /^The search needs JavaScript\./)
      assert.ok(await plain.getByRole('link', { name: 'Glossary' }).first().isVisible())
      assert.ok(await plain.getByText(', from A to Z').isVisible())
      await context.close()
    })
    await t.test('nothing scrolls sideways on a narrow screen', async () => {
      await page.setViewportSize({ width: 320, height: 600 })
      await page.goto(server.address + 'search/?q=hostile')
      await page.getByText('Results found:').waitFor()
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= 320))
    })
    assert.deepEqual(trouble, [])
  } finally {
    await browser.close()
    server.close()
  }
})
