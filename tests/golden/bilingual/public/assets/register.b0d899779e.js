const get = (id) => document.getElementById(id);
const [form, whole, results, message] = ["filter", "whole-list", "filter-results", "filter-status"].map(get);
const body = results.querySelector("tbody");
const heads = results.querySelectorAll("thead button");
const turns = results.querySelectorAll(".turn button");
const { parts: index, root, dates } = form.dataset;
const says = form.dataset.says.split("\t");
const months = form.dataset.months.split("|");
const { lang } = document.documentElement;
const size = 100;
const cells = { title: 1, supplier: 3, value: 4, start: 5, end: 6 };
const pounds = { style: "currency", currency: "GBP", trailingZeroDisplay: "stripIfInteger" };
const { compare } = new Intl.Collator(lang);
const files = {};
let latest = 0;
let page = 1;
const load = async (url) => (files[url] ??= await (await fetch(url)).json());
const sought = () => new URLSearchParams(location.search);
const count = (n) => n.toLocaleString(lang);
const money = (pence) => (pence / 100).toLocaleString(lang, pounds);
const isMoney = (row) => typeof row[4] === "number";
const isDate = (text) => /^\d{4}-\d\d-\d\d$/.test(text);
const date = (iso) => {
const [Y, m, d] = iso.split("-");
const B = months[m - 1];
const codes = { Y, m, d, B, y: Y.slice(2), e: +d, b: B.slice(0, 3) };
return dates.replace(/%(.)/g, (all, code) => codes[code] ?? all);
};
const add = (parent, tag, text = "") => {
const element = document.createElement(tag);
element.textContent = text;
return parent.appendChild(element);
};
const show = (row) => {
const line = add(body, "tr");
const head = add(line, "th");
head.scope = "row";
add(head, "a", row[1]).href = root + row[0];
add(line, "td", row[3]);
add(line, "td", isMoney(row) ? money(row[4]) : row[4]).className = "numeric";
for (const day of row.slice(5, 7)) add(line, "td", isDate(day) ? date(day) : day);
};
const order = (cell, way) => (a, b) => {
const known = (row) => cell < 4 || (cell > 4 ? isDate(row[cell]) : isMoney(row));
const first = cell === 4 ? a[4] - b[4] : compare(a[cell], b[cell]);
return known(b) - known(a) || (known(a) && first * way) || compare(a[1], b[1]);
};
const find = async (query) => {
const { facets, parts } = await load(index);
const chosen = facets.map(({ name, values }) => (query.get(name) ? values.findIndex(({ slug }) => slug === query.get(name)) : null));
const within = (places) => chosen.every((place, i) => place === null || places[i].includes(place));
const words = (query.get("q") || "").toLowerCase().split(/\s+/);
const wanted = (row) => within(row[7]) && words.every((word) => row.slice(1, 4).join(" ").toLowerCase().includes(word));
const rows = [];
for (const { file, values } of parts)
if (within(values)) for (const row of await load(index.replace("parts.json", file))) if (wanted(row)) rows.push(row);
return rows;
};
const describe = (rows, last) => {
const first = (page - 1) * size;
const valued = rows.filter(isMoney);
const text = [count(rows.length)];
text.push(valued.length && money(valued.reduce((sum, row) => sum + row[4], 0)));
text.push(valued.length < rows.length && count(rows.length - valued.length));
if (rows.length > size) text.push(`${count(first + 1)}–${count(Math.min(first + size, rows.length))}`, `${page}/${last}`);
return text.map((part, i) => part && says[i] + part + ".").filter(Boolean).join(" ");
};
const update = async () => {
const run = ++latest;
const query = sought();
for (const field of form.elements) if (field.name) field.value = query.get(field.name) || "";
let rows = [];
let text = "";
if (location.search.length > 1)
try {
const [by, down] = (query.get("sort") || "title").split("-");
rows = (await find(query)).sort(order(cells[by] || 1, down ? -1 : 1));
if (run !== latest) return;
const last = Math.ceil(rows.length / size) || 1;
page = Math.min(Math.max(1, query.get("page") | 0), last);
body.textContent = "";
rows.slice((page - 1) * size, page * size).forEach(show);
for (const head of heads) head.parentNode.ariaSort = head.value === by ? (down ? "descending" : "ascending") : null;
turns[0].hidden = page === 1;
turns[1].hidden = page === last;
text = describe(rows, last);
} catch {
text = says[5];
}
results.hidden = !rows.length;
whole.hidden = rows.length > 0 || text.startsWith(says[0]);
message.textContent = text;
};
const go = (query) => {
for (const [key, value] of [...query]) if (!value) query.delete(key);
history.pushState(null, "", "?" + query);
return update();
};
form.onsubmit = (event) => {
event.preventDefault();
const query = new URLSearchParams(new FormData(form));
query.set("sort", sought().get("sort") || "");
go(query);
};
form.onreset = () => go(new URLSearchParams());
for (const head of heads)
head.onclick = () => {
const query = sought();
query.delete("page");
query.set("sort", head.value + (query.get("sort") === head.value ? "-down" : ""));
go(query);
};
turns.forEach((button, i) => {
button.onclick = async () => {
const query = sought();
query.set("page", page - 1 + i * 2);
await go(query);
body.closest("[tabindex]").focus();
};
});
window.onpopstate = update;
form.hidden = false;
update();
