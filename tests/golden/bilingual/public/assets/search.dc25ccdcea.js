const [field, status, results, more] = document.querySelectorAll("[id^=search-]");
const [[pages, version], starts, common, stops, kinds, says] = results.dataset.index.split("\n").map((line) => line.split("\t"));
const wordForm = /([\p{L}\p{N}\p{M}'’]+)/u;
const [files, known, place, marks, used] = [[], [], [], new Set(), new Set()];
let [fetched, shown, words, ranked] = [0, 0];
const termOf = (word) => {
const term = word.replace(/['’](s$)?/gi, "").normalize("NFKD").replace(/\p{M}/gu, "").toUpperCase().toLowerCase();
if (stops.includes(term) || term[40]) return "";
return stops[1] ? term.replace(/(?<=..)ies$/, "y").replace(/(ss|x|z|ch|sh)es$/, "$1").replace(/(?<=..[^sui])s$|(?<=^child)ren$/, "") : term;
};
const readTerms = (bytes) => {
let [at, terms] = [0, []];
const number = (byte = bytes[at++]) => (byte < 128 ? byte : byte - 128 + 128 * number());
const list = () => {
const [head, start, found] = [number(), at, []];
const end = at + (head >> 1);
if (head & 1) for (let bit = 0; (at = start + (bit >> 3)) < end; bit++) if ((bytes[at] >> bit % 8) & 1) found.push(bit);
for (let page = 0; at < end; ) found.push(page += number());
return found;
};
while (at < bytes.length) {
const name = new TextDecoder().decode(bytes.slice(at + 1, at += 1 + bytes[at]));
terms.push({ name, best: number(), lists: [list(), list(), list()] });
}
return terms;
};
const read = async (name) => {
fetched++;
const answer = await fetch(`data/${name}?${version}`);
if (!answer.ok) throw name;
return /bin/.test(name) ? readTerms(new Uint8Array(await answer.arrayBuffer())) : answer.json();
};
const slips = (a, b) => {
const [, , x, , y] = `${a}\n${b}`.match(/^(.*)(.*?)(.*)\n\1(.*?)\3$/);
return x[1] && x === y[1] + y[0] ? 1 : Math.max(x.length, y.length);
};
field.value = new URLSearchParams(location.search).get("q") ?? "";
const terms = [...new Set(field.value.split(wordForm).map(termOf).filter((term, i) => i % 2 && term))];
const last = terms.at(-1);
const next = starts.find((start) => start > last && start.startsWith(last));
const fileOf = (term) => starts.findLastIndex((start) => start <= term);
const sought = terms.sort((a, b) => b.length - a.length).filter((term) => used.add(fileOf(term)).size < (next ? 3 : 4));
const match = async (term) => {
const found = [];
const begun = (name) => (term === last ? name.startsWith(term) : name === term);
const look = async (from, fits = begun, how = 0.3) => {
const all = await (files[fileOf(from)] ??= read(`terms-${fileOf(from)}.bin`));
for (const each of all) if (fits(each.name)) marks.add(each.name) && found.push({ ...each, how: each.name === term ? 1 : how });
return all.map(({ name }) => name);
};
const near = await look(term);
if (next && term === last) await look(next);
const [offer] = found[0] ? [] : [...common, ...near].filter((name) => slips(term, name) * 3 < term.length).sort((a, b) => slips(term, a) - slips(term, b));
if (offer && slips(term, offer) < 2 && fetched < 3) await look(offer, (name) => name === offer, 0.2);
return { found, offer };
};
const add = (parent, tag, text = "") => {
const node = parent.appendChild(document.createElement(tag));
for (const part of text.split(wordForm)) (marks.has(termOf(part)) ? add(node, "mark") : node).append(part);
return node;
};
const show = async () => {
shown += 10;
for (const page of ranked.slice(0, shown))
if (!known[page] && fetched < 4)
for (const result of await read(`results-${place[page] ?? (page / 40) | 0}.json`)) known[result[0]] = result;
results.textContent = "";
const groups = {};
for (const [, title, address, kind, excerpt] of ranked.map((page) => known[page]).filter(Boolean).slice(0, shown)) {
groups[kind] ??= add(results, "h2", kinds[kind]) && add(results, "ul");
const item = add(groups[kind], "li");
add(item, "a", title).href = "../" + address;
add(item, "p", excerpt);
}
more.hidden = !ranked[shown] && ranked.every((page) => known[page]);
};
more.onclick = () => show(fetched = 0);
try {
words = await Promise.all(sought.map(match));
const parts = words.map(({ found }) => {
const weights = [];
for (const { best, lists, how } of found) {
lists.forEach((list, tier) => list.forEach((page) => weights[page] = Math.max(weights[page] ?? 0, how / 3 ** tier)));
if (best) for (const page of lists.flat().slice(0, 10)) place[page] = best;
}
const rarity = Math.log(1 + pages / weights.flat().length);
return weights.map((weight) => weight * rarity);
});
const sum = (page) => parts.reduce((all, part) => all + part[page], 0);
ranked = Object.keys(parts[0] ?? []).filter(sum).sort((a, b) => sum(b) - sum(a) || a - b);
await show();
if (field.value) status.textContent = says[0] + ranked.length;
for (const { offer } of words) if (offer) add(status, "a", offer, status.append(says[1])).href = "?q=" + offer;
} catch {
status.textContent = says[2];
}
