/* Shuffles the options of a multiple-choice card, remembers which was chosen, and colours them on the back.
   Written for old web views: ES5, nothing from outside. Without it the options stand as a plain list.
   No two opening braces may meet in this file: Anki would take them for a field. */
(function () {
  "use strict";

  var KEY = "quizgen-choice";
  var list = document.querySelector(".qg-options");
  if (!list) { return; }
  var items = [].slice.call(list.children);
  var id = list.getAttribute("data-id");
  var front = list.getAttribute("data-side") === "front";

  /* Desktop keeps the page from front to back, phones keep the session: use whichever is there. */
  function recall() {
    var state = window.quizgenChoice;
    try { state = state || JSON.parse(window.sessionStorage.getItem(KEY)); } catch (ignore) { /* no storage */ }
    return state && state.id === id && state.order.length === items.length ? state : null;
  }

  function remember(state) {
    window.quizgenChoice = state;
    try { window.sessionStorage.setItem(KEY, JSON.stringify(state)); } catch (ignore) { /* no storage */ }
  }

  function shuffled(previous) {
    var order = items.map(function (_, index) { return index; });
    for (var last = order.length - 1; last > 0; last -= 1) {
      var other = Math.floor(Math.random() * (last + 1));
      var kept = order[last];
      order[last] = order[other];
      order[other] = kept;
    }
    /* The place of an option must not be what is learned: never the same order twice running. */
    if (previous && order.join() === previous.order.join()) { order.push(order.shift()); }
    return order;
  }

  function words(element) {
    return element ? element.textContent.replace(/\s+/g, " ").trim() : "";
  }

  function showAnswer() {
    if (typeof window.pycmd === "function") { window.pycmd("ans"); }
    else if (typeof window.showAnswer === "function") { window.showAnswer(); }
  }

  function choose(index, state) {
    state.chosen = index;
    remember(state);
    items.forEach(function (item, place) {
      item.classList.toggle("qg-chosen", place === index);
      item.setAttribute("aria-checked", place === index ? "true" : "false");
    });
    showAnswer();
  }

  function listen(handler) {
    if (window.quizgenKeys) { document.removeEventListener("keydown", window.quizgenKeys); }
    window.quizgenKeys = handler;
    if (handler) { document.addEventListener("keydown", handler); }
  }

  function pressed(key, state) {
    if (key === "Enter") { return items.indexOf(document.activeElement); }
    return /^[1-9]$/.test(key) ? state.order[Number(key) - 1] : undefined;
  }

  /* The desktop's window takes the keys 1 to 4 for itself unless the card has a text field with the focus. */
  function catchKeys() {
    if (typeof window.pycmd !== "function" || window.matchMedia("(pointer: coarse)").matches) { return; }
    var field = document.createElement("input");
    field.className = "qg-keys";
    field.setAttribute("aria-hidden", "true");
    field.setAttribute("tabindex", "-1");
    list.parentNode.appendChild(field);
    field.focus({ preventScroll: true });
  }

  /* What that field would keep from the window: passed on where a card can; else the field lets go. */
  function passOn(key) {
    var field = document.querySelector(".qg-keys");
    if (!field || document.activeElement !== field) { return false; }
    var command = { " ": "ans", Enter: "ans", e: "edit", m: "more" }[key];
    if (command) { window.pycmd(command); } else if (key.length === 1 && !/[0-9]/.test(key)) { field.blur(); }
    return Boolean(command);
  }

  function ask() {
    var state = { id: id, order: shuffled(recall()), chosen: null };
    remember(state);
    list.setAttribute("role", "radiogroup");
    items.forEach(function (item, index) {
      item.setAttribute("role", "radio");
      item.setAttribute("aria-checked", "false");
      item.setAttribute("tabindex", "0");
      item.classList.add("tappable");
      item.addEventListener("click", function (event) {
        event.stopPropagation();
        choose(index, state);
      });
    });
    listen(function (event) {
      if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) { return; }
      var index = pressed(event.key, state);
      if (index >= 0) { choose(index, state); } else if (!passOn(event.key)) { return; }
      event.preventDefault();
      event.stopPropagation();
    });
    catchKeys();
    return state;
  }

  function mark(state) {
    var answer = words(document.querySelector(".qg-answer"));
    listen(null);
    items.forEach(function (item, index) {
      var right = words(item) === answer;
      if (right) { list.classList.add("qg-marked"); }
      var chosen = state.chosen === index;
      item.classList.toggle("qg-right", right);
      item.classList.toggle("qg-wrong", chosen && !right);
      item.classList.toggle("qg-chosen", chosen);
    });
    return state;
  }

  var given = { id: id, order: items.map(function (_, index) { return index; }), chosen: null };
  var state = front ? ask() : mark(recall() || given);
  state.order.forEach(function (index) { list.appendChild(items[index]); });
  list.classList.add("qg-live");
}());
