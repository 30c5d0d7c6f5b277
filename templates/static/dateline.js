/* Dateline's one script. The pages are whole without it: it adds filters, search, the today line, keys and copy buttons. */
(() => {
  "use strict";
  const $ = (selector, within = document) => within.querySelector(selector);
  const $$ = (selector, within = document) => [...within.querySelectorAll(selector)];
  const make = (tag, properties = {}, ...children) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  };
  const root = document.body.dataset.root || "";
  const list = $("#list");
  const items = () => $$("#list .item").filter((item) => item.offsetParent !== null);

  /* --- the today line: in the browser, because a page on a disk does not know its reader's day --- */

  const now = new Date();
  const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((n) => String(n).padStart(2, "0")).join("-");
  let line = null;
  /* The closest event is the first that ends today or later; without one, the last. data-end is the day after the end. */
  const closest = (all) => all.find((item) => !item.dataset.end || item.dataset.end > today) || all.at(-1);

  /* The page of another year has no place for it; there the way to today leads to the front page. */
  const drawToday = () => {
    const all = $$("#list .item");
    if (!all.length || (document.body.matches(".page-year") && !document.getElementById(`y${now.getFullYear()}`))) return;
    /* No date in words: to write one, a browser loads tables that cost more than the whole page. */
    line = make("li", { className: "today", id: "today" }, make("span", { textContent: "Today" }));
    const next = closest(all);
    if (next.dataset.end && next.dataset.end <= today) next.after(line);
    else next.before(line);
  };

  const jumpToToday = () => {
    const all = items();
    if (!line && all.length) location.href = `${root}index.html#today`;
    else if (all.length) go(all.indexOf(closest(all)), all);
  };

  /* --- keys: j k t / ?, never inside inputs, and they can be switched off (WCAG 2.1.4) --- */

  const remember = (value) => {
    try { localStorage.setItem("dateline-keys", value); } catch { /* a page from a disk may have no store */ }
  };
  let keysOn = true;
  try { keysOn = localStorage.getItem("dateline-keys") !== "off"; } catch { /* likewise */ }
  let at = -1;

  const go = (number, all = items()) => {
    if (!all.length) return;
    at = Math.max(0, Math.min(number, all.length - 1));
    $$(".event.is-at").forEach((event) => event.classList.remove("is-at"));
    const event = $(".event", all[at]);
    event.classList.add("is-at");
    $("a", $(".event-title", event)).focus({ preventScroll: true });
    event.scrollIntoView({ block: "start" });
  };
  const step = (by) => {
    const all = items();
    const here = all.findIndex((item) => item.contains(document.activeElement));
    if (here < 0 && at < 0) {
      const seen = all.findIndex((item) => item.getBoundingClientRect().top > 90);
      go(seen < 0 ? all.length - 1 : seen, all);
    } else go((here < 0 ? at : here) + by, all);
  };

  let dialog = null;
  const help = () => {
    if (!dialog) {
      const rows = [["j", "next event"], ["k", "previous event"], ["t", "today"], ["/", "search"], ["?", "this help"]];
      const toggle = make("input", { type: "checkbox", checked: keysOn });
      toggle.addEventListener("change", () => { keysOn = toggle.checked; remember(keysOn ? "on" : "off"); });
      const close = make("button", { type: "button", className: "jump", textContent: "Close" });
      close.addEventListener("click", () => dialog.close());
      const title = make("h2", { id: "keys-title", textContent: "Keys" });
      dialog = make("dialog", {}, title,
        make("dl", {}, ...rows.flatMap(([key, what]) => [make("dt", {}, make("kbd", { textContent: key })), make("dd", { textContent: what })])),
        make("p", {}, make("label", {}, toggle, " Keys are on")), close);
      dialog.setAttribute("aria-labelledby", "keys-title");
      document.body.append(dialog);
    }
    dialog.showModal();
  };

  const keys = { j: () => step(1), k: () => step(-1), t: jumpToToday, "/": () => box && box.focus(), "?": help };
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, textarea, select, [contenteditable], dialog");
    if (event.ctrlKey || event.metaKey || event.altKey || typing || !keysOn) return;
    if (!list || !keys[event.key]) return;
    event.preventDefault();
    keys[event.key]();
  });

  /* --- filters and search, from one index that is fetched when it is first needed --- */

  const panel = $(".filters[data-index]");
  const form = panel && $(".search", panel);
  const groups = () => $$(".choice[data-parameter]", panel);
  const box = form && form.elements.q;
  const bar = make("p", { className: "results-bar", hidden: true });
  bar.setAttribute("role", "status");
  let index = null;
  let waiting = null;

  const load = () => waiting ||= new Promise((done, failed) => {
    const script = make("script", { src: panel.dataset.index, onerror: failed });
    script.onload = () => { index = prepare(window.datelineIndex); done(); };
    document.head.append(script);
  });

  const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const prepare = ({ kinds, names, events }) => events.map(([id, url, title, when, start, end, status, found, text]) => {
    const values = { status: [status] };
    const words = [title, when, text];
    kinds.forEach((kind, k) => {
      const chosen = found[k].map((n) => names[kind][n]);
      values[kind] = chosen.map(([slug]) => slug);
      words.push(...chosen.map(([, name]) => name));
    });
    return { id, url, title, when, start, end, status, values, words: plain(words.join(" ")) };
  });

  /* The query string is the state: what a link carries is what the reader sees. OR within a parameter, AND across them. */
  const read = () => {
    const state = new URLSearchParams(location.search);
    const chosen = {};
    for (const group of groups()) {
      const values = state.getAll(group.dataset.parameter);
      if (values.length) chosen[group.dataset.parameter] = new Set(values);
    }
    const text = (name) => (state.get(name) || "").trim();
    return { chosen, q: plain(text("q")).split(/\s+/).filter(Boolean), from: text("from"), to: text("to") };
  };
  const isDate = (text) => /^\d{4}(-\d\d(-\d\d)?)?$/.test(text);
  const after = (text) => text + "~"; /* sorts after every day of that year, month or day */
  const fits = (event, { chosen, q, from, to }, without) =>
    Object.entries(chosen).every(([name, values]) => name === without || event.values[name].some((value) => values.has(value))) &&
    q.every((word) => event.words.includes(word)) &&
    !(isDate(from) && event.end && event.end <= from) &&
    !(isDate(to) && event.start && event.start > after(to));

  const isActive = ({ chosen, q, from, to }) => Boolean(Object.keys(chosen).length || q.length || isDate(from) || isDate(to));

  const apply = () => {
    const state = read();
    const active = isActive(state);
    const fitting = active ? index.filter((event) => fits(event, state)) : index;
    const ids = new Set(fitting.map((event) => event.id));
    for (const item of $$("#list .item")) {
      if (!item.closest(".results")) item.hidden = active && !ids.has($(".event", item).id.slice(2));
    }
    for (const group of $$("#list .month, #list .year")) group.hidden = active && !$(".item:not([hidden])", group);
    for (const gap of $$("#list .gap, #list .around, #list h2 small")) gap.hidden = active;
    elsewhere(active ? fitting : []);
    inArticles((new URLSearchParams(location.search).get("q") || "").trim());
    bar.hidden = !active;
    if (active) {
      const clear = make("button", { type: "button", textContent: "clear" });
      clear.addEventListener("click", () => { write(new URLSearchParams()); show(); });
      bar.replaceChildren(`${fitting.length} of ${index.length} shown`, clear);
    }
    count(state);
  };

  /* Events that fit and stand on another page of a long timeline are listed with links to their own pages. */
  const elsewhere = (fitting) => {
    const results = $(".results", list);
    const away = fitting.filter((event) => !document.getElementById(`e-${event.id}`));
    results.hidden = !away.length;
    const shown = away.slice(0, 200).map((event) => {
      const item = make("li", { className: `item is-${event.status}` });
      item.dataset.end = event.end;
      item.append(make("article", { className: "event" },
        make("p", { className: "when" }, make("span", { className: "mark" }), event.when),
        make("h4", { className: "event-title", dir: "auto" }, make("a", { href: root + event.url, textContent: event.title }))));
      return item;
    });
    if (away.length > 200) shown.push(make("li", { textContent: `and ${away.length - 200} more: choose more to see them` }));
    results.replaceChildren(...(away.length ? [make("h2", { textContent: "Elsewhere in the timeline" }), make("ol", { className: "events" }, ...shown)] : []));
  };

  /* With search = "pagefind" the articles are searched too; a browser that reads from a disk may not load that index. */
  let engine = null;
  let asked = 0;
  const inArticles = async (words) => {
    const number = ++asked;
    const place = document.body.dataset.fulltext;
    if (!place || location.protocol === "file:") return;
    if (!words) { told.hidden = true; return; }
    try {
      engine ||= import(new URL(place, document.baseURI).href);
      const { results } = await (await engine).search(words);
      const best = await Promise.all(results.slice(0, 8).map((result) => result.data()));
      if (number !== asked) return;
      told.hidden = !best.length;
      told.replaceChildren(make("h2", { textContent: `In the articles: ${results.length}` }), make("ol", {}, ...best.map(found)));
    } catch { told.hidden = true; }
  };
  const found = ({ raw_url: url, meta, excerpt }) => {
    const parts = [...new DOMParser().parseFromString(excerpt, "text/html").body.childNodes];
    return make("li", {},
      make("a", { href: root + url.replace(/^\//, ""), textContent: meta.title, dir: "auto" }), make("span", { className: "by", textContent: meta.by || "" }),
      make("p", { dir: "auto" }, ...parts.map((part) => part.nodeName === "MARK" ? make("mark", { textContent: part.textContent }) : part.textContent)));
  };
  const told = make("section", { className: "in-articles", hidden: true });

  /* Each count says how many events would be shown with that box ticked and the other groups as they are. */
  const count = (state) => {
    for (const group of groups()) {
      const name = group.dataset.parameter;
      const counts = {};
      for (const event of index) {
        if (fits(event, state, name)) for (const value of event.values[name]) counts[value] = (counts[value] || 0) + 1;
      }
      group.classList.toggle("has-chosen", name in state.chosen);
      for (const entry of $$("li[data-value]", group)) {
        $(".count", entry).textContent = counts[entry.dataset.value] || 0;
        entry.classList.toggle("is-none", !counts[entry.dataset.value]);
      }
    }
  };

  const write = (state) => {
    const text = state.toString();
    history.replaceState(null, "", location.pathname + (text ? `?${text}` : "") + location.hash);
  };
  const collect = () => {
    const state = new URLSearchParams();
    for (const tick of $$(".choice li input:checked", panel)) state.append(tick.closest(".choice").dataset.parameter, tick.value);
    for (const { name, value } of form.elements) if (name && value.trim()) state.set(name, value.trim());
    return state;
  };
  /* Set the controls from the address, then show what it asks for. */
  const show = () => {
    const state = new URLSearchParams(location.search);
    for (const field of form.elements) if (field.name) field.value = state.get(field.name) || "";
    for (const tick of $$(".choice li input", panel)) tick.checked = state.getAll(tick.closest(".choice").dataset.parameter).includes(tick.value);
    return load().then(apply);
  };

  const setUp = () => {
    list.prepend(bar);
    bar.after(told);
    for (const group of groups()) {
      const asked = new URLSearchParams(location.search).getAll(group.dataset.parameter);
      for (const value of asked) {
        if (!$$("li", group).some((entry) => entry.dataset.value === value)) {
          const entry = make("li", {}, make("span", { textContent: value }), " ", make("span", { className: "count" }));
          entry.dataset.value = value;
          $("ul", group).append(entry);
        }
      }
      if (asked.length) group.open = true;
      for (const entry of $$("li[data-value]", group)) {
        const name = entry.firstElementChild;
        const label = make("label", {}, make("input", { type: "checkbox", value: entry.dataset.value }));
        entry.prepend(label);
        label.append(name.tagName === "A" ? make("bdi", { textContent: name.textContent }) : name);
        if (name.tagName === "A") name.remove();
      }
    }
    const changed = () => { write(collect()); load().then(apply); };
    panel.addEventListener("change", changed);
    form.addEventListener("submit", (event) => { event.preventDefault(); changed(); });
    let typed = 0;
    form.addEventListener("input", () => { clearTimeout(typed); typed = setTimeout(changed, 120); });
    panel.addEventListener("focusin", load, { once: true });
    addEventListener("popstate", show);
    const hint = make("p", { className: "keys" }, "Keys: ");
    const button = make("button", { type: "button", className: "link-button", textContent: "j k t / ?" });
    button.addEventListener("click", help);
    hint.append(button);
    panel.append(hint);
    const dates = $(".dates", form);
    dates.open = ["from", "to"].some((name) => new URLSearchParams(location.search).get(name));
    if (location.search.length > 1) show();
  };

  /* --- small things --- */

  const copyButtons = () => {
    if (!navigator.clipboard) { $$(".copy").forEach((button) => button.remove()); return; }
    const copies = (button, words) => button.addEventListener("click", () => navigator.clipboard.writeText(words).then(() => { button.textContent = "Copied"; }));
    /* What is in sight from the start has its button in the page, so that nothing moves. */
    for (const text of $$(".copyable")) {
      let button = text.previousElementSibling;
      if (!button || !button.matches(".copy")) text.before(button = make("button", { type: "button", className: "copy", textContent: "Copy" }));
      copies(button, text.textContent);
    }
    const link = $(".permalink .copy");
    if (link) copies(link, ($("link[rel=canonical]") || location).href);
  };

  /* The rail shows where the reader is. */
  const follow = () => {
    const rail = $(".rail");
    const links = new Map($$(".rail a[href^='#']").map((link) => [link.hash.slice(1), link]));
    if (!rail || !links.size || !window.IntersectionObserver) return;
    const seen = new Set();
    const mark = () => {
      const month = $$("#list .month").find((one) => seen.has(one));
      const year = month && month.closest(".year");
      for (const link of links.values()) link.removeAttribute("aria-current");
      for (const part of [month, year]) if (part && links.has(part.id)) links.get(part.id).setAttribute("aria-current", "true");
      const link = year && links.get(year.id);
      if (link && rail.scrollWidth > rail.clientWidth) rail.scrollLeft = link.offsetLeft - rail.clientWidth / 3;
    };
    const watcher = new IntersectionObserver((entries) => {
      for (const { target, isIntersecting } of entries) seen[isIntersecting ? "add" : "delete"](target);
      mark();
    }, { rootMargin: "-100px 0px -60% 0px" });
    for (const month of $$("#list .month")) watcher.observe(month);
  };

  let opened = [];
  addEventListener("beforeprint", () => {
    opened = $$("details:not([open])").filter((details) => !details.closest(".side"));
    opened.forEach((details) => { details.open = true; });
  });
  addEventListener("afterprint", () => opened.forEach((details) => { details.open = false; }));

  if (list) drawToday();
  if (line && location.hash === "#today") jumpToToday();
  follow();
  if (panel) setUp();
  for (const button of $$("button.jump")) button.addEventListener("click", jumpToToday);
  copyButtons();
})();
